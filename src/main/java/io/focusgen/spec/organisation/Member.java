package io.focusgen.spec.organisation;

import java.util.List;

/** Every member that an organisation's document can have, by the object that it belongs to. */
enum Member implements Named {
    COMPANY(In.ROOT, "company", "organisation", "organization"),
    UNITS(In.ROOT, "units", "businessUnits"),
    TEAMS(In.ROOT, "teams"),
    TAGS(In.ROOT, "tags"),
    ACCOUNTS(In.ROOT, "accounts", "subAccounts"),

    NAME(In.TEAM, "name", "team"),
    UNIT(In.TEAM, "unit", "businessUnit"),
    COST_CENTRE(In.TEAM, "costCentre", "costCenter"),
    OWNER(In.TEAM, "owner"),
    WEIGHT(In.TEAM, "weight"),
    APPLICATIONS(In.TEAM, "applications", "apps"),
    ENVIRONMENTS(In.TEAM, "environments", "envs"),

    STYLE(In.TAGS, "style"),
    KEYS(In.TAGS, "keys"),
    COVERAGE(In.TAGS, "coverage"),
    DIRTY(In.TAGS, "dirty"),

    ACCOUNT_NAME(In.ACCOUNT, "name", "account"),
    ACCOUNT_TEAM(In.ACCOUNT, "team"),
    ACCOUNT_ENVIRONMENT(In.ACCOUNT, "environment", "env"),
    IDS(In.ACCOUNT, "ids");

    /** The objects that have members of fixed names. */
    enum In {
        ROOT("the document"),
        TEAM("a team"),
        TAGS("tags"),
        ACCOUNT("an account");

        private final String words;

        In(String words) {
            this.words = words;
        }

        /** For a sentence. */
        String words() {
            return words;
        }

        List<Member> members() {
            return List.of(Member.values()).stream().filter(member -> member.in == this).toList();
        }
    }

    private final In in;
    private final String label;
    private final List<String> otherNames;

    Member(In in, String label, String... otherNames) {
        this.in = in;
        this.label = label;
        this.otherNames = List.of(otherNames);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> otherNames() {
        return otherNames;
    }
}
