package io.focusgen.spec.organisation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A sub account as a document has it.
 *
 * @param name unique in the document, or null for the provider's way to name it
 * @param team the name of one of the document's teams
 * @param environment one of the team's
 * @param ids by the label of a provider; those left out are drawn
 */
public record AccountSpec(@Nullable String name, String team, Environment environment, SortedMap<String, String> ids) {

    public AccountSpec {
        ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    }
}
