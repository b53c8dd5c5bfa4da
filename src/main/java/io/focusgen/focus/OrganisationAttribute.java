package io.focusgen.focus;

import java.util.List;
import java.util.stream.Stream;

/** What a company knows of who a charge belongs to. */
public enum OrganisationAttribute {
    TEAM("team"),
    /** Of a resource; charges without one belong to an account only. */
    APPLICATION("application"),
    ENVIRONMENT("environment"),
    OWNER("owner"),
    COST_CENTRE("costCentre"),
    BUSINESS_UNIT("businessUnit"),
    /** The organisational units, management groups or folders above the sub account, joined by slashes. */
    HIERARCHY("hierarchy"),
    COMPANY("company");

    private final String label;

    OrganisationAttribute(String label) {
        this.label = label;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(OrganisationAttribute::label).toList();
    }
}
