package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Conventions;
import io.focusgen.spec.Profile;

/**
 * The company as an organisation: names, teams and accounts. Teams, applications and the accounts' names are the same for
 * every provider, month and version, so that cost can be followed across them; ids are the provider's own.
 *
 * @param company its name in identifiers, lower case
 * @param billingAccountId the payer's account in the provider's shape
 * @param billingAccountName display name
 * @param accounts sub accounts, largest first
 */
public record Organisation(String company, String billingAccountId, String billingAccountName,
        List<SubAccount> accounts) {

    private static final long NAME = 0x01;
    private static final long TEAM_ORDER = 0x02;
    private static final long COST_CENTRE = 0x03;
    private static final long OWNER = 0x04;
    private static final long APPLICATIONS = 0x05;
    private static final long UNIT = 0x06;
    private static final long PAYER = 1L << 32;

    public Organisation {
        accounts = List.copyOf(accounts);
    }

    /**
     * The organisation of this company.
     *
     * @param company its own key, free of provider and distribution
     * @param provider the same with the provider, for ids
     */
    static Organisation of(Draw company, Draw provider, Profile profile, AccountNames names) {
        Draw draw = company.of(Salt.ORGANISATION);
        String name = pick(Words.COMPANIES, draw.of(NAME), 0);
        List<Team> teams = teams(draw, name, teamCount(profile));
        Draw ids = provider.of(Salt.ACCOUNT_ID);
        List<SubAccount> accounts = new ArrayList<>();
        for (int i = 0; i < accountCount(profile); i++) {
            accounts.add(account(i, name, teams.get(i % teams.size()), environment(i / teams.size()),
                    ids.of(i + 1L), names));
        }
        AccountNames.Of payer = new AccountNames.Of(ids.of(PAYER)).word("org", name)
                .word("Org", AccountNames.capitalised(name));
        return new Organisation(name, names.billingAccountId(payer),
                names.text(Conventions.Text.BILLING_ACCOUNT_NAME, payer), accounts);
    }

    private static SubAccount account(int index, String company, Team team, Environment environment, Draw draw,
            AccountNames names) {
        AccountNames.Of account = new AccountNames.Of(draw).word("org", company)
                .word("Org", AccountNames.capitalised(company)).word("team", team.name())
                .word("env", environment.label()).word("Env", AccountNames.capitalised(environment.label()))
                .word("unit", team.businessUnit());
        String id = names.subAccountId(account);
        account.word("id", id);
        return new SubAccount(index, id, names.text(Conventions.Text.SUB_ACCOUNT_NUMBER, account),
                names.text(Conventions.Text.SUB_ACCOUNT_NAME, account), team, environment,
                names.text(Conventions.Text.HIERARCHY, account));
    }

    private static Environment environment(int round) {
        return Environment.values()[Math.min(round, Environment.values().length - 1)];
    }

    private static List<Team> teams(Draw draw, String company, int count) {
        List<String> names = shuffled(Words.TEAMS, draw.of(TEAM_ORDER));
        List<Team> teams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> applications = shuffled(Words.APPLICATIONS, draw.of(APPLICATIONS).of(i))
                    .subList(0, 3 + draw.of(APPLICATIONS).below(4, i));
            teams.add(new Team(names.get(i), pick(Words.UNITS, draw.of(UNIT), i),
                    "CC-" + (1000 + draw.of(COST_CENTRE).below(9000, i)),
                    pick(Words.PEOPLE, draw.of(OWNER), i) + "@" + company + ".example", applications));
        }
        return teams;
    }

    private static List<String> shuffled(List<String> words, Draw draw) {
        List<String> shuffled = new ArrayList<>(words);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = draw.below(i + 1, i);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled;
    }

    static String pick(List<String> words, Draw draw, long index) {
        return words.get(draw.below(words.size(), index));
    }

    private static int teamCount(Profile profile) {
        return switch (profile) {
            case GREENFIELD -> 2;
            case STARTUP -> 4;
            case ML_AI -> 8;
            case DATA_HEAVY -> 10;
            case LARGE_BUSINESS -> 12;
            case ENTERPRISE -> 36;
        };
    }

    /** The first round of teams has a production account each, the second a staging, the third a development account. */
    private static int accountCount(Profile profile) {
        return switch (profile) {
            case GREENFIELD -> 4;
            case STARTUP -> 8;
            case ML_AI -> 20;
            case DATA_HEAVY -> 24;
            case LARGE_BUSINESS -> 30;
            case ENTERPRISE -> 96;
        };
    }
}
