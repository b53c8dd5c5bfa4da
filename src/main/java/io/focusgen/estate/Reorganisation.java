package io.focusgen.estate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.focusgen.spec.organisation.TagKey;

/**
 * What an organisation becomes on the day on which its management draws it anew: some teams are taken over by others, with
 * their accounts, which move below the others' units, and some tag keys get another name. Accounts keep their ids and names,
 * resources all that they are: cost is the same as without.
 */
final class Reorganisation {

    /** One team in so many is taken over, at least one. */
    private static final int TEAMS = 4;

    /** Of the first so many, in the order in which they open accounts, the one in this place. */
    private static final int FIRST = 2;

    /** What is called otherwise afterwards, where a company has such keys. */
    private static final Map<TagKey, List<String>> RENAMED = new EnumMap<>(
            Map.of(TagKey.TEAM, List.of("squad"), TagKey.COST_CENTRE, List.of("budget", "code")));

    /** Of a company that has none of those. */
    private static final List<String> ANY = List.of("label");

    private final Organisation before;
    private final AccountNames names;

    private Reorganisation(Organisation before, AccountNames names) {
        this.before = before;
        this.names = names;
    }

    /** The organisation afterwards; with a single team only its keys change. */
    static Organisation of(Organisation before, AccountNames names) {
        return new Reorganisation(before, names).after();
    }

    private Organisation after() {
        SortedMap<String, Team> successors = successors();
        List<SubAccount> accounts = new ArrayList<>();
        for (SubAccount account : before.accounts()) {
            Team holder = successors.get(account.team().name());
            accounts.add(holder == null
                    ? account
                    : account.heldBy(holder,
                            Accounts.path(names, before.name(), holder, account.environment())));
        }
        return new Organisation(before.name(), before.company(), before.billingAccountId(),
                before.billingAccountName(), before.teams(), before.leavers(), renamed(before.tagging()), accounts);
    }

    /** Who takes over whom: every fourth team, so that small bills see it, goes to another of its unit, else to the one before. */
    private SortedMap<String, Team> successors() {
        List<Team> teams = before.accounts().stream().map(SubAccount::team).distinct().toList();
        List<Team> leaving = new ArrayList<>();
        List<Team> staying = new ArrayList<>();
        for (int i = 0; i < teams.size(); i++) {
            boolean leaves = teams.size() < TEAMS ? i == 1 : i % TEAMS == FIRST;
            (leaves ? leaving : staying).add(teams.get(i));
        }
        SortedMap<String, Team> successors = new TreeMap<>();
        for (Team team : leaving) {
            Team heir = staying.stream().filter(other -> other.businessUnit().equals(team.businessUnit())).findFirst()
                    .orElse(teams.get(teams.indexOf(team) - 1));
            // Some tags still say the cost centre of the team that there was.
            successors.put(team.name(), new Team(heir.name(), heir.businessUnit(), heir.costCentre(),
                    team.costCentre(), heir.owner(), heir.weight(), heir.applications(), heir.applicationWords(),
                    heir.businesses()));
        }
        return successors;
    }

    private static Tagging renamed(Tagging tagging) {
        Map<TagKey, String> keys = new EnumMap<>(TagKey.class);
        keys.putAll(tagging.keys());
        TreeSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(keys.values());
        Map<TagKey, List<String>> wanted = new EnumMap<>(TagKey.class);
        RENAMED.forEach((key, words) -> {
            if (keys.containsKey(key)) {
                wanted.put(key, words);
            }
        });
        if (wanted.isEmpty()) {
            keys.keySet().stream().findFirst().ifPresent(key -> wanted.put(key, ANY));
        }
        wanted.forEach((key, words) -> {
            String text = tagging.style().key(words);
            for (int next = 2; !taken.add(text); next++) {
                text = tagging.style().key(words) + next;
            }
            keys.put(key, text);
        });
        return new Tagging(tagging.style(), keys, tagging.coverage(), tagging.dirty());
    }
}
