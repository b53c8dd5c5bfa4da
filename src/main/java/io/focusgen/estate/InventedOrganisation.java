package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.focusgen.spec.Profile;
import io.focusgen.spec.organisation.AccountSpec;
import io.focusgen.spec.organisation.Environment;
import io.focusgen.spec.organisation.OrganisationSpec;
import io.focusgen.spec.organisation.TagSpec;
import io.focusgen.spec.organisation.TeamSpec;

/** The document that stands for a company where a request brings none: teams and accounts as many as its profile has. */
final class InventedOrganisation {

    private static final long FIELDS = 0x11;
    private static final long TEAMS = 0x12;
    private static final long WEIGHT = 0x13;

    /** What the largest team spends, about; the others follow at falling distance. */
    private static final int HEAVIEST = 240;

    /**
     * How large a company is.
     *
     * @param units parts of the company
     * @param teams each has an account for production
     * @param development teams with an account for development, the largest first
     * @param staging teams with an account for staging
     * @param sandboxes teams with an account to try things in
     */
    private record Size(int units, int teams, int development, int staging, int sandboxes) {
    }

    private InventedOrganisation() {
    }

    static OrganisationSpec of(Draw draw, Profile profile) {
        Size size = size(profile);
        List<Vocabulary.Field> fields = Shuffle.of(Vocabulary.FIELDS, draw.of(FIELDS)).subList(0, size.units);
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            names.add(Shuffle.of(fields.get(i).teams(), draw.of(TEAMS).of(i)));
        }
        List<TeamSpec> teams = new ArrayList<>();
        List<AccountSpec> accounts = new ArrayList<>();
        for (int i = 0; i < size.teams; i++) {
            int field = i % fields.size();
            String name = names.get(field).get(i / fields.size());
            int weight = HEAVIEST * (70 + draw.of(WEIGHT).below(60, i)) / (100 * (i + 2));
            teams.add(new TeamSpec(name, fields.get(field).unit(), null, null, weight, List.of(), Environment.USUAL));
            for (Environment environment : Environment.values()) {
                if (i < accounts(size, environment)) {
                    accounts.add(new AccountSpec(null, name, environment, new TreeMap<>()));
                }
            }
        }
        return new OrganisationSpec(null, List.of(), teams, TagSpec.NONE, accounts);
    }

    private static int accounts(Size size, Environment environment) {
        return switch (environment) {
            case PRODUCTION -> size.teams;
            case STAGING -> size.staging;
            case DEVELOPMENT -> size.development;
            case SANDBOX -> size.sandboxes;
        };
    }

    private static Size size(Profile profile) {
        return switch (profile) {
            case GREENFIELD -> new Size(2, 2, 1, 1, 0);
            case STARTUP -> new Size(3, 4, 2, 2, 0);
            case ML_AI -> new Size(4, 8, 6, 4, 2);
            case DATA_HEAVY -> new Size(4, 10, 7, 5, 2);
            case LARGE_BUSINESS -> new Size(5, 12, 9, 6, 3);
            case ENTERPRISE -> new Size(8, 36, 30, 20, 10);
        };
    }
}
