package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

/** A template of the tables, such as {@code arn:{partition}:ec2:{region}:{account}:instance/i-{hex17}}, parsed once. */
final class NameTemplate {

    private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    private final List<Part> parts = new ArrayList<>();

    /** Writes its piece of a name; {@code place} differs for each placeholder of a template. */
    private interface Part {
        void write(StringBuilder out, Resource resource, int place);
    }

    private NameTemplate() {
    }

    /** Parses a template; an unknown placeholder is refused. */
    static NameTemplate parse(String template) {
        NameTemplate parsed = new NameTemplate();
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
            parsed.parts.add(placeholder(template.substring(open + 1, close), template));
            position = close + 1;
        }
        return parsed;
    }

    private void literal(String text) {
        parts.add((out, resource, place) -> out.append(text));
    }

    String expand(Resource resource) {
        StringBuilder out = new StringBuilder(96);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(out, resource, i);
        }
        return out.toString();
    }

    private static Part placeholder(String name, String template) {
        int digit = 0;
        while (digit < name.length() && !Character.isDigit(name.charAt(digit))) {
            digit++;
        }
        int length = digit < name.length() ? Integer.parseInt(name.substring(digit)) : 0;
        return switch (name.substring(0, digit)) {
            case "hex" -> random(length, LOWER, HEX);
            case "HEX" -> random(length, UPPER, HEX);
            case "alnum" -> random(length, LOWER, LOWER.length());
            case "ALNUM" -> random(length, UPPER, UPPER.length());
            case "n" -> random(length, LOWER, DECIMAL);
            case "uuid" -> NameTemplate::uuid;
            case "partition" -> (out, resource, place) -> out.append("aws");
            case "region" -> (out, resource, place) -> out.append(resource.region().id());
            case "account" -> (out, resource, place) -> out.append(resource.account().id());
            case "name", "cluster", "keyspace" -> (out, resource, place) -> out.append(resource.name());
            case "app", "service" -> (out, resource, place) -> out.append(resource.application());
            case "env" -> (out, resource, place) -> out.append(resource.account().environment().label());
            case "team" -> (out, resource, place) -> out.append(resource.account().team().name());
            case "org" -> (out, resource, place) -> out.append(resource.company().organisation().company());
            case "domain" -> (out, resource, place) -> out.append(resource.application()).append('.')
                    .append(resource.company().organisation().company()).append(".example");
            case "year" -> (out, resource, place) -> out.append("2024");
            case "date" -> (out, resource, place) -> out.append("2024-01-15");
            case "role" -> word(Words.ROLES);
            case "verb" -> word(Words.VERBS);
            case "entity" -> word(Words.ENTITIES);
            case "purpose" -> word(Words.PURPOSES);
            case "model" -> word(Words.MODELS);
            case "site" -> word(Words.SITES);
            case "key" -> word(Words.KEYS);
            case "partner" -> word(Words.COMPANIES);
            default -> throw new IllegalArgumentException("unknown placeholder {" + name + "} in " + template);
        };
    }

    private static Part word(List<String> words) {
        return (out, resource, place) -> out.append(words.get(resource.draw(place).below(words.size(), 0)));
    }

    private static Part random(int length, String alphabet, int letters) {
        return (out, resource, place) -> {
            Draw draw = resource.draw(place);
            for (int i = 0; i < length; i++) {
                out.append(alphabet.charAt(draw.below(letters, i)));
            }
        };
    }

    private static void uuid(StringBuilder out, Resource resource, int place) {
        Draw draw = resource.draw(place);
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
