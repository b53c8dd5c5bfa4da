package io.focusgen.spec.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Provider;

/** Reads an organisation's document. What it may say stands in {@code docs/organisation.md}. */
public final class OrganisationReader {

    static final int MOST_UNITS = 50;
    static final int MOST_TEAMS = 200;
    static final int MOST_APPLICATIONS = 50;
    static final int MOST_ACCOUNTS = 1_000;
    static final int MOST_WEIGHT = 1_000;

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+@-]{0,99}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");

    private final Faults faults = new Faults();
    private final Members members = new Members(faults);
    private final Distinct units = new Distinct(faults, "a unit");
    private final Distinct teams = new Distinct(faults, "a team");
    private final Distinct applications = new Distinct(faults, "an application");
    private final Distinct accounts = new Distinct(faults, "an account");

    /** Teams that say which environments they have. */
    private final SortedMap<String, List<Environment>> said = new TreeMap<>();

    /** Ids of accounts by provider. */
    private final SortedMap<String, Distinct> ids = new TreeMap<>();

    /**
     * What a document was read as.
     *
     * @param organisation null where something is wrong
     * @param faults everything wrong, in the order of reading, at most 100
     */
    public record Reading(@Nullable OrganisationSpec organisation, List<Fault> faults) {

        public Reading {
            faults = List.copyOf(faults);
        }
    }

    private OrganisationReader() {
    }

    /** Reads YAML 1.2 or JSON. */
    public static Reading read(String text) {
        return new OrganisationReader().reading(text);
    }

    private Reading reading(String text) {
        Node root = YamlText.read(text, faults);
        OrganisationSpec organisation = root == null ? null : organisation(root);
        return new Reading(faults.none() ? organisation : null, faults.all());
    }

    private @Nullable OrganisationSpec organisation(Node root) {
        Map<Member, Node> given = members.of(root, Member.In.ROOT);
        Node teamList = given.get(Member.TEAMS);
        if (teamList == null && root instanceof Node.Mapping) {
            faults.add(root, "There must be teams.");
        }
        String company = members.name(given.get(Member.COMPANY), "a company");
        List<String> unitNames = new ArrayList<>();
        for (Node unit : members.items(given.get(Member.UNITS), "units", MOST_UNITS)) {
            unitNames.addAll(units.add(unit, members.name(unit, "a unit")));
        }
        List<TeamSpec> teamSpecs = new ArrayList<>();
        for (Node team : members.items(teamList, "teams", MOST_TEAMS)) {
            TeamSpec spec = team(members.of(team, Member.In.TEAM), team, unitNames);
            if (spec != null) {
                teamSpecs.add(spec);
            }
        }
        Node tags = given.get(Member.TAGS);
        TagSpec tagSpec = tags == null ? TagSpec.NONE : tags(members.of(tags, Member.In.TAGS));
        List<AccountSpec> accountSpecs = new ArrayList<>();
        for (Node account : members.items(given.get(Member.ACCOUNTS), "accounts", MOST_ACCOUNTS)) {
            AccountSpec spec = account(members.of(account, Member.In.ACCOUNT), account);
            if (spec != null) {
                accountSpecs.add(spec);
            }
        }
        return faults.none() ? new OrganisationSpec(company, unitNames, teamSpecs, tagSpec, accountSpecs) : null;
    }

    private @Nullable TeamSpec team(Map<Member, Node> given, Node node, List<String> unitNames) {
        Node nameNode = given.get(Member.NAME);
        if (nameNode == null && node instanceof Node.Mapping) {
            faults.add(node, "A team must have a name.");
        }
        String name = members.name(nameNode, "a team's name");
        boolean unique = nameNode != null && !teams.add(nameNode, name).isEmpty();
        Node unitNode = given.get(Member.UNIT);
        String unit = members.name(unitNode, "a unit");
        if (unitNode != null && unit != null && !unitNames.isEmpty() && !unitNames.contains(unit)) {
            faults.add(unitNode, "A unit must be one of " + String.join(", ", unitNames) + ".", unitNames);
        }
        String costCentre = members.name(given.get(Member.COST_CENTRE), "a cost centre");
        String owner = members.text(given.get(Member.OWNER), "an owner", OWNER,
                "1 to 100 letters, digits, blanks and . _ + @ - that begin with a letter or digit");
        Integer weight = members.whole(given.get(Member.WEIGHT), "a weight", 1, MOST_WEIGHT);
        List<String> apps = new ArrayList<>();
        for (Node item : members.items(given.get(Member.APPLICATIONS), "applications", MOST_APPLICATIONS)) {
            apps.addAll(applications.add(item, members.name(item, "an application")));
        }
        List<Environment> environments = environments(given.get(Member.ENVIRONMENTS));
        if (name == null || !unique) {
            return null;
        }
        if (!environments.isEmpty()) {
            said.put(name, environments);
        }
        return new TeamSpec(name, unit, costCentre, owner, weight == null ? 1 : weight, apps,
                environments.isEmpty() ? Environment.USUAL : environments);
    }

    private List<Environment> environments(@Nullable Node node) {
        List<Environment> environments = new ArrayList<>();
        List<Environment> all = List.of(Environment.values());
        for (Node item : members.items(node, "environments", all.size())) {
            Environment environment = members.choice(item, "an environment", all);
            if (environment != null && environments.contains(environment)) {
                faults.add(item, "A team has an environment once only.");
            } else if (environment != null) {
                environments.add(environment);
            }
        }
        return environments;
    }

    private TagSpec tags(Map<Member, Node> given) {
        KeyStyle style = members.choice(given.get(Member.STYLE), "a style", List.of(KeyStyle.values()));
        Map<Environment, Integer> coverage = new EnumMap<>(Environment.class);
        Node shares = given.get(Member.COVERAGE);
        if (shares != null) {
            members.each(shares, "coverage", List.of(Environment.values()), (environment, node) -> {
                Integer share = members.share(node, "a coverage");
                if (share != null) {
                    coverage.put(environment, share);
                }
            });
        }
        return new TagSpec(style, keys(given.get(Member.KEYS)), coverage,
                members.share(given.get(Member.DIRTY), "the dirty share"));
    }

    /** A list of those that there are, or an object that says how each is written. */
    private Map<TagKey, String> keys(@Nullable Node node) {
        Map<TagKey, String> keys = new EnumMap<>(TagKey.class);
        List<TagKey> all = List.of(TagKey.values());
        if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
            Distinct written = new Distinct(faults, "a tag key");
            members.each(node, "keys", all, (key, own) -> {
                String text = members.text(own, "a tag key", KEY,
                        "1 to 50 letters, digits and _ - that begin with a letter");
                if (text != null && ReservedKeys.isReserved(text)) {
                    faults.add(own, "A tag key may not begin like those of the clouds themselves: "
                            + String.join(", ", ReservedKeys.BEGINNINGS) + ".");
                } else if (text != null && !written.add(own, text).isEmpty()) {
                    keys.put(key, text);
                }
            });
            return keys;
        }
        for (Node item : members.items(node, "keys", all.size())) {
            TagKey key = members.choice(item, "a key", all);
            if (key != null && keys.put(key, TagSpec.STYLED) != null) {
                faults.add(item, "A key is named once only.");
            }
        }
        return keys;
    }

    private @Nullable AccountSpec account(Map<Member, Node> given, Node node) {
        Node nameNode = given.get(Member.ACCOUNT_NAME);
        String name = members.name(nameNode, "an account's name");
        if (nameNode != null) {
            accounts.add(nameNode, name);
        }
        Node teamNode = given.get(Member.ACCOUNT_TEAM);
        String team = members.name(teamNode, "an account's team");
        if (teamNode == null && node instanceof Node.Mapping) {
            faults.add(node, "An account must have a team.");
        } else if (teamNode != null && team != null && !teams.has(team)) {
            faults.add(teamNode, "An account's team must be one of the document's.", teams.all());
        }
        Node environmentNode = given.get(Member.ACCOUNT_ENVIRONMENT);
        Environment environment = members.choice(environmentNode, "an environment", List.of(Environment.values()));
        Environment in = environment == null ? Environment.PRODUCTION : environment;
        List<Environment> possible = team == null ? null : said.get(team);
        if (possible != null && !possible.contains(in)) {
            faults.add(environmentNode == null ? node : environmentNode,
                    "The team has no environment " + in.label() + ".", Named.labels(possible));
        }
        SortedMap<String, String> byProvider = ids(given.get(Member.IDS));
        return team == null ? null : new AccountSpec(name, team, in, byProvider);
    }

    private SortedMap<String, String> ids(@Nullable Node node) {
        SortedMap<String, String> byProvider = new TreeMap<>();
        if (node != null) {
            members.each(node, "ids", Provider.all().stream().map(ProviderName::new).toList(), (provider, value) -> {
                String id = members.text(value, "an account's id of " + provider.label(),
                        provider.provider().accountId(),
                        provider.provider().accountIdAllowed());
                Distinct others = ids.computeIfAbsent(provider.label(),
                        label -> new Distinct(faults, "an id of " + label));
                if (id != null && !others.add(value, id).isEmpty()) {
                    byProvider.put(provider.label(), id);
                }
            });
        }
        return byProvider;
    }

    /** A provider as the name of a member. */
    private record ProviderName(Provider provider) implements Named {

        @Override
        public String label() {
            return provider.label();
        }

        @Override
        public List<String> otherNames() {
            return List.of();
        }
    }
}
