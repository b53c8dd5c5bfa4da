package io.focusgen.spec.organisation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A team as a document has it. What is null or empty is for the seed to fill in.
 *
 * @param name unique in the document
 * @param unit the part of the company that it belongs to
 * @param costCentre as in tags
 * @param owner as in tags
 * @param weight what it spends, against the others; 1 to 1000
 * @param applications unique in the document, in alphabetical order
 * @param environments in the order of {@link Environment}; at least one
 */
public record TeamSpec(String name, @Nullable String unit, @Nullable String costCentre, @Nullable String owner,
        int weight, List<String> applications, List<Environment> environments) {

    public TeamSpec {
        applications = applications.stream().sorted().toList();
        environments = environments.stream().sorted().toList();
    }
}
