package io.focusgen.observe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

import io.focusgen.testing.Collector;

/**
 * The spans that a collector was sent, read from the bytes as OTLP's {@code trace.proto} numbers them: a request (1) has
 * resources, whose scopes (2) have spans (2).
 */
final class SentSpans {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /** A span. Ids in hexadecimal digits; {@code parent} is empty where there is none. */
    record Sent(String trace, String id, String parent, String name, List<Linked> links) {
    }

    /** Another span that one names. */
    record Linked(String trace, String id) {
    }

    private SentSpans() {
    }

    /** All that came to {@code /v1/traces} until now. */
    static List<Sent> at(Collector collector) {
        List<Sent> spans = new ArrayList<>();
        for (Collector.Message message : collector.at("/v1/traces")) {
            byte[] body = message.body().getBytes(StandardCharsets.ISO_8859_1);
            each(body, 1, resource -> each(resource, 2, scope -> each(scope, 2, span -> spans.add(span(span)))));
        }
        return spans;
    }

    private static Sent span(byte[] span) {
        List<Linked> links = new ArrayList<>();
        each(span, 13, link -> links.add(new Linked(hex(link, 1), hex(link, 2))));
        StringBuilder name = new StringBuilder();
        each(span, 5, text -> name.append(new String(text, StandardCharsets.UTF_8)));
        return new Sent(hex(span, 1), hex(span, 2), hex(span, 4), name.toString(), links);
    }

    private static String hex(byte[] message, int field) {
        StringBuilder digits = new StringBuilder();
        each(message, field, bytes -> digits.append(HexFormat.of().formatHex(bytes)));
        return digits.toString();
    }

    /** Each value of a field whose values have a length; other fields are passed over. */
    private static void each(byte[] message, int field, Consumer<byte[]> value) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key & 7) {
                case VARINT -> varint(in);
                case FIXED64 -> in.getLong();
                case FIXED32 -> in.getInt();
                case BYTES -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    if (key >>> 3 == field) {
                        value.accept(bytes);
                    }
                }
                default -> throw new IllegalArgumentException("no such kind of field: " + key);
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
