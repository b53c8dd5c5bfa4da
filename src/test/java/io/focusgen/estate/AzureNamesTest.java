package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Placeholders;
import io.focusgen.catalog.Provider;
import io.focusgen.spec.organisation.Environment;

/** Azure limits the names of some resources; what is invented stays within, whatever the company and its size. */
class AzureNamesTest {

    private static final EstateTables TABLES = EstateTables.of(Catalog.of(Provider.of("azure")), Provider.of("azure"));

    /** Longest name by resource provider and type. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("microsoft.storage/storageaccounts", 24), Map.entry("microsoft.keyvault/vaults", 24),
            Map.entry("microsoft.containerregistry/registries", 50), Map.entry("microsoft.batch/batchaccounts", 24),
            Map.entry("microsoft.kusto/clusters", 22), Map.entry("microsoft.fabric/capacities", 63),
            Map.entry("microsoft.app/containerapps", 32), Map.entry("microsoft.documentdb/databaseaccounts", 44),
            Map.entry("microsoft.elasticsan/elasticsans", 24), Map.entry("microsoft.logic/workflows", 43),
            Map.entry("microsoft.recoveryservices/vaults", 50), Map.entry("microsoft.apimanagement/service", 50),
            Map.entry("microsoft.servicebus/namespaces", 50), Map.entry("microsoft.eventhub/namespaces", 50),
            Map.entry("microsoft.synapse/workspaces", 50), Map.entry("microsoft.devices/iothubs", 50),
            Map.entry("microsoft.web/sites", 60), Map.entry("microsoft.compute/virtualmachines", 64),
            Map.entry("microsoft.compute/virtualmachinescalesets", 64),
            Map.entry("microsoft.network/loadbalancers", 80));

    private static final List<String> WITHOUT_HYPHEN = List.of("microsoft.storage/storageaccounts",
            "microsoft.containerregistry/registries", "microsoft.batch/batchaccounts", "microsoft.kusto/clusters",
            "microsoft.fabric/capacities");

    /** Letters of a number up to 2^41: more resources than the largest request has. */
    private static final int MARK = 8;

    /** What is left of longer names in identifiers. */
    private static final int APPLICATION = 20;
    private static final int TEAM = 15;
    private static final int ORGANISATION = 12;

    private static int longest(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElseThrow();
    }

    private static int length(String template) {
        int length = template.replaceAll("\\{[^}]*}", "").length();
        for (String placeholder : Placeholders.in(template)) {
            length += switch (placeholder) {
                case "app" -> APPLICATION;
                case "plain" -> Resource.LONGEST_PLAIN;
                case "team" -> TEAM;
                case "org" -> ORGANISATION;
                case "role" -> longest(Words.ROLES);
                case "entity" -> longest(Words.ENTITIES);
                case "env" -> longest(Stream.of(Environment.values()).map(Environment::label).toList());
                case "mark" -> MARK;
                default -> Integer.parseInt(placeholder.replaceAll("[^0-9]", ""));
            };
        }
        return template.contains("{mark}") ? length : length + 1 + MARK;
    }

    @Test
    void namesAreNotTooLong() {
        for (Blueprint blueprint : TABLES.blueprints()) {
            for (Map.Entry<String, Integer> limit : LONGEST.entrySet()) {
                if (blueprint.idTemplate().endsWith(limit.getKey() + "/{name}")) {
                    assertThat(length(blueprint.nameTemplate())).as("%s", blueprint)
                            .isLessThanOrEqualTo(limit.getValue());
                }
            }
        }
    }

    @Test
    void namesThatTakeNoHyphenHaveNone() {
        for (String type : WITHOUT_HYPHEN) {
            assertThat(TABLES.blueprints()).filteredOn(blueprint -> blueprint.idTemplate().contains(type)).isNotEmpty()
                    .allMatch(blueprint -> blueprint.nameTemplate().contains("{mark}")
                            && !blueprint.nameTemplate().contains("-")
                            && Placeholders.in(blueprint.nameTemplate()).stream()
                                    .allMatch(part -> part.matches("plain|env|mark|n[0-9]+")));
        }
    }

    @Test
    void idsAndNamesAreInLowerCase() {
        assertThat(TABLES.blueprints()).allMatch(blueprint -> blueprint.idTemplate().matches("[^A-Z]+"))
                .allMatch(blueprint -> blueprint.nameTemplate().matches("[^A-Z]+"));
    }
}
