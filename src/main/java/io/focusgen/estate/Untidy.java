package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.focusgen.spec.organisation.Environment;
import io.focusgen.spec.organisation.TagKey;

/** What people write instead of the right key or value. Order is part of what is invented: append, never insert. */
final class Untidy {

    private static final Map<TagKey, List<String>> KEYS = Map.of(
            TagKey.COST_CENTRE, List.of("CostCenter", "cost-centre", "costcenter", "Cost Center", "cost_centre",
                    "cost_centr", "CC"),
            TagKey.ENVIRONMENT, List.of("Env", "enviroment", "env", "Environment", "ENV", "stage"),
            TagKey.OWNER, List.of("Owner", "onwer", "owner-email", "OWNER", "contact"),
            TagKey.TEAM, List.of("Team", "team-name", "squad", "TeamName", "TEAM"),
            TagKey.APPLICATION, List.of("App", "aplication", "app", "Application", "app_name"),
            TagKey.BUSINESS_UNIT, List.of("BU", "businessUnit", "bu", "business-unit", "busines_unit", "division"));

    private static final String NOT_KNOWN = "n/a";
    private static final String LATER = "TBD";
    private static final int ABBREVIATED = 3;

    private Untidy() {
    }

    /** Other keys of the same meaning. */
    static List<String> keys(TagKey key) {
        return KEYS.getOrDefault(key, List.of());
    }

    /** Other values of the same meaning, or of none. */
    static List<String> values(TagKey key, String value, Resource resource) {
        List<String> values = switch (key) {
            case COST_CENTRE -> new ArrayList<>(List.of(resource.account().holder().formerCostCentre(), lower(value),
                    resource.account().holder().formerCostCentre(), value.replace("CC-", ""), NOT_KNOWN));
            case ENVIRONMENT -> {
                List<String> others = new ArrayList<>(environment(resource.account().environment()));
                others.add(upper(value));
                others.add(AccountNames.capitalised(value));
                yield others;
            }
            case OWNER -> new ArrayList<>(List.of(leaver(resource), NOT_KNOWN, name(value), leaver(resource)));
            case TEAM, APPLICATION -> new ArrayList<>(List.of(AccountNames.capitalised(value), upper(value),
                    abbreviated(value)));
            case BUSINESS_UNIT -> new ArrayList<>(List.of(lower(value), upper(value), abbreviated(value)));
        };
        values.add(value + " ");
        values.add(LATER);
        return values;
    }

    private static String leaver(Resource resource) {
        List<String> leavers = resource.company().organisation().leavers();
        return leavers.get(new Draw(resource.bits(Salt.LEAVER, 0)).below(leavers.size(), 0));
    }

    private static List<String> environment(Environment environment) {
        return switch (environment) {
            case PRODUCTION -> List.of("production", "prd");
            case STAGING -> List.of("stage", "stg");
            case DEVELOPMENT -> List.of("development", "devel");
            case SANDBOX -> List.of("playground", "sbx");
        };
    }

    /** Of an address what stands before the {@code @}. */
    private static String name(String address) {
        int at = address.indexOf('@');
        return at > 0 ? address.substring(0, at) : upper(address);
    }

    private static String abbreviated(String value) {
        return value.substring(0, Math.min(value.length(), ABBREVIATED));
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}
