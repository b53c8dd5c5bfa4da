package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Placeholders;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.organisation.ReservedKeys;

/**
 * {@code provider-tags.csv}: the tags that a provider sets itself. A line holds for the resources of a service, or of all where
 * it names none, and of these for one resource type, or for all. Lines of one prefix and percentage hold for the same
 * resources.
 */
final class ProviderTagTable {

    private final List<List<ProviderTag>> byBlueprint = new ArrayList<>();
    private final SortedSet<String> prefixes = new TreeSet<>();

    private ProviderTagTable() {
    }

    static ProviderTagTable read(TableSource source, List<Blueprint> blueprints) {
        ProviderTagTable table = new ProviderTagTable();
        blueprints.forEach(blueprint -> table.byBlueprint.add(new ArrayList<>()));
        for (Table.Row row : Table
                .read(source, "provider-tags.csv", "prefix", "key", "service", "resource_type", "percent", "value")
                .rows()) {
            table.add(row, blueprints);
        }
        return table;
    }

    private void add(Table.Row row, List<Blueprint> blueprints) {
        ProviderTag tag = tag(row);
        String service = row.optional("service");
        String type = row.optional("resource_type");
        boolean served = false;
        boolean fits = false;
        for (Blueprint blueprint : blueprints) {
            boolean ofService = isOr(service, blueprint.service().name());
            served |= ofService;
            if (ofService && isOr(type, blueprint.resourceType())) {
                fits = true;
                List<ProviderTag> tags = byBlueprint.get(blueprint.index());
                if (tags.stream().anyMatch(other -> other.key().equals(tag.key()))) {
                    throw row.refuse("key", blueprint + " has " + tag.key() + " already");
                }
                tags.add(tag);
            }
        }
        if (!served) {
            throw row.refuse("service", service + " has no blueprint");
        }
        if (!fits) {
            throw row.refuse("resource_type", "there are no resources of type " + type);
        }
        prefixes.add(tag.prefix());
    }

    private static ProviderTag tag(Table.Row row) {
        String prefix = row.text("prefix");
        String key = row.text("key");
        if (!ReservedKeys.isReserved(prefix)) {
            throw row.refuse("prefix", "a company could have a key that begins with " + prefix);
        }
        if (!key.startsWith(prefix) || key.equals(prefix)) {
            throw row.refuse("key", key + " does not begin with " + prefix + " and go on");
        }
        String value = row.text("value");
        for (String placeholder : Placeholders.in(value)) {
            if (!ResourceTemplate.isKnown(placeholder)) {
                throw row.refuse("value", "unknown placeholder {" + placeholder + "}");
            }
        }
        return new ProviderTag(key, prefix, row.whole("percent", 1, 100), value);
    }

    private static boolean isOr(@Nullable String wanted, String text) {
        return wanted == null || wanted.equals(text);
    }

    /** What resources of a blueprint may have. */
    List<ProviderTag> of(Blueprint blueprint) {
        return byBlueprint.get(blueprint.index());
    }

    /** All prefixes, in alphabetical order. */
    List<String> prefixes() {
        return List.copyOf(prefixes);
    }
}
