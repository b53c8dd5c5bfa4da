package io.focusgen.spec.organisation;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as a document has it. Nothing depends on the order of a document, so equal documents in another order are
 * equal here. What is null or empty is for the seed to fill in.
 *
 * @param company its name
 * @param units its parts, unique, in alphabetical order
 * @param teams at least one, in alphabetical order
 * @param tags how it tags
 * @param accounts by team, environment and name; a team without any has one for each of its environments
 */
public record OrganisationSpec(@Nullable String company, List<String> units, List<TeamSpec> teams, TagSpec tags,
        List<AccountSpec> accounts) {

    private static final Comparator<AccountSpec> ORDER = Comparator.comparing(AccountSpec::team)
            .thenComparing(AccountSpec::environment).thenComparing(account -> String.valueOf(account.name()))
            .thenComparing(account -> account.ids().toString());

    public OrganisationSpec {
        units = units.stream().sorted().toList();
        teams = teams.stream().sorted(Comparator.comparing(TeamSpec::name)).toList();
        accounts = accounts.stream().sorted(ORDER).toList();
    }

    /** The one way to write it: JSON without blanks, members in a fixed order. Reading it gives an equal one. */
    public String canonical() {
        return CanonicalJson.of(this);
    }
}
