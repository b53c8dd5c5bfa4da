package io.focusgen.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Inputs to begin with, one per line of a file for each target. In it {@code \n}, {@code \r}, {@code \t} and {@code \\} are what
 * they are in Java, and {@code \x1f} is a byte.
 */
public final class Corpus {

    private Corpus() {
    }

    /** Those of a target, in order. */
    static List<byte[]> of(FuzzTarget target) {
        String file = target.label() + ".txt";
        try (InputStream lines = Objects.requireNonNull(Corpus.class.getResourceAsStream(file), file)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty())
                    .map(Corpus::bytes).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a line stands for. */
    static byte[] bytes(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                int end = line.offsetByCodePoints(i, 1);
                bytes.writeBytes(line.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
                continue;
            }
            i++;
            switch (line.charAt(i)) {
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 't' -> bytes.write('\t');
                case '\\' -> bytes.write('\\');
                case 'x' -> {
                    bytes.write(Integer.parseInt(line, i + 1, i + 3, 16));
                    i += 2;
                }
                default -> throw new IllegalArgumentException("an unknown escape in " + line);
            }
        }
        return bytes.toByteArray();
    }

    /** How bytes stand in a line. */
    public static String line(byte[] bytes) {
        StringBuilder line = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (b == '\\') {
                line.append("\\\\");
            } else if (b >= ' ' && b <= '~') {
                line.append((char) b);
            } else {
                line.append(String.format("\\x%02x", b));
            }
        }
        return line.toString();
    }
}
