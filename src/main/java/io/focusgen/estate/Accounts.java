package io.focusgen.estate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Conventions;
import io.focusgen.spec.organisation.AccountSpec;
import io.focusgen.spec.organisation.Environment;
import io.focusgen.spec.organisation.OrganisationSpec;
import io.focusgen.spec.organisation.TeamSpec;

/** The sub accounts of an organisation in one provider. */
final class Accounts {

    /** Identifiers have room for a team's name of this length. */
    private static final int WORD = 15;

    private final OrganisationSpec given;
    private final List<Team> teams;
    private final String company;
    private final Draw draw;
    private final String provider;
    private final AccountNames names;
    private final SortedSet<String> takenIds = new TreeSet<>();
    private final SortedSet<String> takenNames = new TreeSet<>();

    /** Accounts of a team and environment so far. */
    private final SortedMap<String, Integer> alike = new TreeMap<>();

    /** @param company its display name */
    Accounts(OrganisationSpec given, List<Team> teams, String company, Draw draw, String provider,
            AccountNames names) {
        this.given = given;
        this.teams = teams;
        this.company = company;
        this.draw = draw;
        this.provider = provider;
        this.names = names;
    }

    /** An account that there is to be. */
    private record Planned(Team team, Environment environment, @Nullable String name, @Nullable String id) {

        double weight() {
            return team.weight() * environment.size();
        }
    }

    /** All accounts, the first in the order of {@link #leadersFirst}. */
    List<SubAccount> all() {
        List<Planned> planned = new ArrayList<>();
        SortedMap<String, List<AccountSpec>> listed = new TreeMap<>();
        given.accounts().forEach(
                account -> listed.computeIfAbsent(account.team(), team -> new ArrayList<>()).add(account));
        for (int i = 0; i < teams.size(); i++) {
            Team team = teams.get(i);
            TeamSpec spec = given.teams().get(i);
            List<AccountSpec> own = listed.getOrDefault(team.name(), spec.environments().stream()
                    .map(environment -> new AccountSpec(null, team.name(), environment, new TreeMap<>())).toList());
            own.forEach(account -> planned.add(new Planned(team, account.environment(), account.name(),
                    id(account.ids().get(provider)))));
        }
        for (Planned account : planned) {
            take(takenIds, account.id);
            take(takenNames, account.name);
        }
        planned.sort(Comparator.comparingDouble(Planned::weight).reversed());
        leadersFirst(planned);
        List<SubAccount> accounts = new ArrayList<>();
        for (Planned account : planned) {
            accounts.add(account(accounts.size(), account));
        }
        return accounts;
    }

    /**
     * After the largest accounts of two teams comes one that is the second or later of its team: small bills know many teams,
     * and not production alone.
     */
    private static void leadersFirst(List<Planned> planned) {
        List<Planned> others = new ArrayList<>();
        List<Planned> leaders = new ArrayList<>();
        SortedSet<String> led = new TreeSet<>();
        for (Planned account : planned) {
            (led.add(account.team.name()) ? leaders : others).add(account);
        }
        planned.clear();
        for (int leader = 0; leader < leaders.size(); leader++) {
            planned.add(leaders.get(leader));
            if (leader % 2 == 1 && leader / 2 < others.size()) {
                planned.add(others.get(leader / 2));
            }
        }
        planned.addAll(others.subList(Math.min(others.size(), leaders.size() / 2), others.size()));
    }

    private @Nullable String id(@Nullable String given) {
        return given == null ? null : names.givenSubAccountId(given);
    }

    private static void take(SortedSet<String> taken, @Nullable String text) {
        if (text != null) {
            taken.add(text);
        }
    }

    /** Ids and names that nobody gave are drawn until they are new, on a key that no other account's place changes. */
    private SubAccount account(int index, Planned planned) {
        String place = planned.team.name() + "/" + planned.environment.label();
        Draw own = draw.of(place).of(alike.merge(place, 1, Integer::sum));
        AccountNames.Of words = words(planned, own, WORD);
        String id = planned.id;
        for (int attempt = 0; id == null; attempt++) {
            String drawn = names.subAccountId(words(planned, own.of(attempt), WORD));
            id = takenIds.add(drawn) ? drawn : null;
        }
        words.word("id", id);
        return new SubAccount(index, id, names.text(Conventions.Text.SUB_ACCOUNT_NUMBER, words),
                name(planned, own, id), planned.team, planned.team, Slug.of(planned.team.name(), WORD),
                planned.environment,
                names.text(Conventions.Text.HIERARCHY, words));
    }

    /** What is above an account of this team's. @param company its display name */
    static String path(AccountNames names, String company, Team team, Environment environment) {
        return names.text(Conventions.Text.HIERARCHY,
                words(company, new Planned(team, environment, null, null), new Draw(0), WORD));
    }

    private String name(Planned planned, Draw own, String id) {
        if (planned.name != null) {
            return planned.name;
        }
        String name = names.text(Conventions.Text.SUB_ACCOUNT_NAME,
                words(planned, own, Integer.MAX_VALUE).word("id", id));
        String unique = name;
        for (int next = 2; !takenNames.add(unique); next++) {
            unique = name + "-" + next;
        }
        return unique;
    }

    private AccountNames.Of words(Planned planned, Draw own, int longest) {
        return words(company, planned, own, longest);
    }

    private static AccountNames.Of words(String company, Planned planned, Draw own, int longest) {
        String env = planned.environment.label();
        return new AccountNames.Of(own).word("org", Slug.of(company, Math.min(longest, 12))).word("Org", company)
                .word("team", Slug.of(planned.team.name(), longest)).word("env", env)
                .word("Env", AccountNames.capitalised(env)).word("unit", planned.team.businessUnit());
    }
}
