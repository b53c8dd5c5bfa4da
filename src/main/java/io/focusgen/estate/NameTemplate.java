package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

/** A template of the tables, such as {@code arn:{partition}:ec2:{region}:{account}:instance/i-{hex17}}, parsed once. */
final class NameTemplate {

    private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int HEX = 16;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DECIMAL = 10;

    /** Characters of a long identifier, the path of a resource. */
    private static final int LONG = 192;

    private final List<Part> parts = new ArrayList<>();
    private final boolean marked;

    /** Writes its piece of a name; {@code place} differs for each placeholder of a template. */
    private interface Part {
        void write(StringBuilder out, Subject subject, int place);
    }

    /** What is named. */
    interface Subject {

        /** Random bits of its own for a placeholder. */
        Draw draw(int place);

        /**
         * What stands for a word in braces, e.g. {@code region}.
         *
         * @throws IllegalArgumentException if it has no such word
         */
        String word(String name, int place);
    }

    private NameTemplate(boolean marked) {
        this.marked = marked;
    }

    /** Parses a template; what it calls for is known when it is expanded. */
    static NameTemplate parse(String template) {
        NameTemplate parsed = new NameTemplate(template.contains("{mark}"));
        int position = 0;
        while (position < template.length()) {
            int open = template.indexOf('{', position);
            if (open < 0) {
                parsed.literal(template.substring(position));
                break;
            }
            if (open > position) {
                parsed.literal(template.substring(position, open));
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("no closing brace in " + template);
            }
            parsed.parts.add(placeholder(template.substring(open + 1, close)));
            position = close + 1;
        }
        return parsed;
    }

    private void literal(String text) {
        parts.add((out, subject, place) -> out.append(text));
    }

    /** Whether it says where the mark stands that makes a name unique. */
    boolean isMarked() {
        return marked;
    }

    String expand(Subject subject) {
        StringBuilder out = new StringBuilder(LONG);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(out, subject, i);
        }
        return out.toString();
    }

    private static Part placeholder(String name) {
        int digit = name.length();
        while (digit > 0 && Character.isDigit(name.charAt(digit - 1))) {
            digit--;
        }
        int length = digit < name.length() ? Integer.parseInt(name.substring(digit)) : 0;
        return switch (name.substring(0, digit)) {
            case "hex" -> random(length, LOWER, HEX);
            case "HEX" -> random(length, UPPER, HEX);
            case "alnum" -> random(length, LOWER, LOWER.length());
            case "ALNUM" -> random(length, UPPER, UPPER.length());
            case "KEY" -> random(length, BASE_32, BASE_32.length());
            case "alpha" -> beginning(length, LOWER);
            case "ALPHA" -> beginning(length, UPPER);
            case "n" -> random(length, LOWER, DECIMAL);
            case "digits" -> number(length);
            case "uuid" -> NameTemplate::uuid;
            default -> (out, subject, place) -> out.append(subject.word(name, place));
        };
    }

    /** Letters and digits that begin with a letter. */
    private static Part beginning(int length, String alphabet) {
        Part rest = random(length - 1, alphabet, alphabet.length());
        return (out, subject, place) -> {
            out.append(alphabet.charAt(DECIMAL + subject.draw(place).below(alphabet.length() - DECIMAL, length)));
            rest.write(out, subject, place);
        };
    }

    /** A number of exactly so many digits. */
    private static Part number(int length) {
        Part rest = random(length - 1, LOWER, DECIMAL);
        return (out, subject, place) -> {
            out.append(LOWER.charAt(1 + subject.draw(place).below(DECIMAL - 1, length)));
            rest.write(out, subject, place);
        };
    }

    private static Part random(int length, String alphabet, int letters) {
        return (out, subject, place) -> {
            Draw draw = subject.draw(place);
            for (int i = 0; i < length; i++) {
                out.append(alphabet.charAt(draw.below(letters, i)));
            }
        };
    }

    private static void uuid(StringBuilder out, Subject subject, int place) {
        Draw draw = subject.draw(place);
        for (int i = 0; i < 32; i++) {
            if (i == 8 || i == 12 || i == 16 || i == 20) {
                out.append('-');
            }
            // Version 4, variant 1, as the libraries that make real ones set them.
            int nibble = i == 12 ? 4 : i == 16 ? 8 + draw.below(4, i) : draw.below(HEX, i);
            out.append(LOWER.charAt(nibble));
        }
    }
}
