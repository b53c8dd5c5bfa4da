package io.focusgen.spec;

import java.util.List;

/** Parameter tables for people: as Markdown for the README, as sentences for the command line. */
public final class Documentation {

    /** How names and values may be written; true for every parameter. */
    public static final String SPELLING = "Names and names of choices are read whatever their case, and with spaces, _ or - between "
            + "their words or none: commitment-coverage is commitmentCoverage, \"Large Business\" is large-business.";

    private Documentation() {
    }

    /** A table with one row per parameter, then {@link #SPELLING}; ends with a line feed. */
    public static String markdown() {
        return markdown(List.of(Parameter.values())) + '\n' + SPELLING + '\n';
    }

    /** A table with one row for each of some parameters; ends with a line feed. */
    public static String markdown(List<? extends Documented> parameters) {
        StringBuilder table = new StringBuilder(
                "| Parameter | Default | Values | Meaning | Example |\n|---|---|---|---|---|\n");
        for (Documented parameter : parameters) {
            table.append("| `").append(parameter.label()).append("` | ").append(parameter.defaultValue()).append(" | ")
                    .append(escaped(parameter.type().allowed())).append(" | ").append(escaped(parameter.help()))
                    .append(" | `").append(parameter.label()).append('=').append(parameter.example()).append("` |\n");
        }
        return table.toString();
    }

    /** The option that sets {@code parameter} on the command line, e.g. {@code --commitment-coverage}. */
    public static String option(Documented parameter) {
        StringBuilder option = new StringBuilder("--");
        for (char c : parameter.label().toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                option.append('-').append((char) (c + ('a' - 'A')));
            } else {
                option.append(c);
            }
        }
        return option.toString();
    }

    /** What the command line's help says about {@code parameter}, a line each. */
    public static List<String> help(Documented parameter) {
        return List.of(parameter.help(), "Allowed: " + parameter.type().allowed() + ".",
                "Default: " + parameter.defaultValue() + ". Example: " + option(parameter) + " " + parameter.example());
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }
}
