package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics there are: those of the service and of others that the documentation names, and those that rules record. */
final class KnownMetrics {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| *(`[^|]*)\\|");
    private static final Pattern QUOTED = Pattern.compile("`([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{([a-z_,]*)})?[^`]*`");

    /** What a histogram or summary has besides its name. */
    static final List<String> PARTS = List.of("", "_bucket", "_count", "_sum", "_max");

    private KnownMetrics() {
    }

    /** All of them. */
    static Set<String> all() throws IOException {
        Set<String> names = new HashSet<>();
        for (String page : List.of("docs/metrics.md", "docs/monitoring.md")) {
            addDocumented(Files.readString(Path.of(page)), names);
        }
        Rule.all().stream().filter(rule -> !rule.alert()).map(Rule::name).forEach(names::add);
        return names;
    }

    /** The names in the first cells of tables; {@code pool_{active,idle}} are two. */
    static void addDocumented(String page, Set<String> names) {
        Matcher cells = FIRST_CELL.matcher(page);
        while (cells.find()) {
            Matcher quoted = QUOTED.matcher(cells.group(1));
            while (quoted.find()) {
                String name = quoted.group(1);
                String ends = quoted.group(2);
                for (String end : ends != null && name.endsWith("_") ? ends.split(",") : new String[]{""}) {
                    PARTS.forEach(part -> names.add(name + end + part));
                }
            }
        }
    }
}
