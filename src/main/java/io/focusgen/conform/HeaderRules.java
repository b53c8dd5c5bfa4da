package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

/** The names of the columns: which must be there and how they are spelled. */
final class HeaderRules {

    static final HeaderRule SPELLING = new HeaderRule("ColumnHandling-A-001-M",
            "Column ids are spelled exactly as the specification spells them.", Rule.FOCUS);

    static final HeaderRule CUSTOM_PREFIX = new HeaderRule("ColumnHandling-A-010-M",
            "A column that the version does not define begins with x_.", Rule.FOCUS);

    static final HeaderRule CUSTOM_LAST = new HeaderRule("ColumnHandling-A-013-O",
            "Custom columns stand after all FOCUS columns.", Rule.FOCUS);

    static final HeaderRule DISTINCT = new HeaderRule("FG-HEADER-DUPLICATE",
            "No column stands twice.", "FOCUS 1.2 column handling, implied");

    private static final String CUSTOM = "x_";

    private static final Map<FocusColumn, HeaderRule> PRESENCE = new EnumMap<>(FocusColumn.class);

    static {
        mandatory("CostAndUsage-D-005-M", FocusColumn.BILLING_ACCOUNT_NAME);
        mandatory("CostAndUsage-D-006-M", FocusColumn.BILLED_COST);
        mandatory("CostAndUsage-D-008-M", FocusColumn.CHARGE_CATEGORY);
        mandatory("CostAndUsage-D-009-M", FocusColumn.BILLING_PERIOD_START);
        mandatory("CostAndUsage-D-010-M", FocusColumn.BILLING_PERIOD_END);
        mandatory("CostAndUsage-D-021-M", FocusColumn.PUBLISHER_NAME);
        mandatory("CostAndUsage-D-023-M", FocusColumn.INVOICE_ISSUER_NAME);
        mandatory("CostAndUsage-D-024-M", FocusColumn.BILLING_ACCOUNT_ID);
        mandatory("CostAndUsage-D-025-M", FocusColumn.CHARGE_DESCRIPTION);
        mandatory("CostAndUsage-D-026-M", FocusColumn.CHARGE_CLASS);
        mandatory("CostAndUsage-D-028-M", FocusColumn.CHARGE_PERIOD_END);
        mandatory("CostAndUsage-D-030-M", FocusColumn.CONTRACTED_COST);
        mandatory("CostAndUsage-D-031-M", FocusColumn.EFFECTIVE_COST);
        mandatory("CostAndUsage-D-032-M", FocusColumn.LIST_COST);
        mandatory("CostAndUsage-D-035-M", FocusColumn.BILLING_CURRENCY);
        mandatory("CostAndUsage-D-036-M", FocusColumn.PRICING_QUANTITY);
        mandatory("CostAndUsage-D-037-M", FocusColumn.CHARGE_PERIOD_START);
        mandatory("CostAndUsage-D-038-M", FocusColumn.PROVIDER_NAME);
        mandatory("CostAndUsage-D-040-M", FocusColumn.SERVICE_CATEGORY);
        mandatory("CostAndUsage-D-041-M", FocusColumn.SERVICE_NAME);
        mandatory("CostAndUsage-D-068-M", FocusColumn.PRICING_UNIT);
    }

    static final List<HeaderRule> ALL = Stream.concat(
            Stream.of(SPELLING, CUSTOM_PREFIX, CUSTOM_LAST, DISTINCT), PRESENCE.values().stream()).toList();

    private HeaderRules() {
    }

    private static void mandatory(String id, FocusColumn column) {
        PRESENCE.put(column, new HeaderRule(id, column.id() + " is present.", Rule.FOCUS));
    }

    /** The rules that ask for mandatory columns, by column. */
    static Map<FocusColumn, HeaderRule> presence() {
        return Collections.unmodifiableMap(PRESENCE);
    }

    static void check(FocusVersion version, List<String> header, Findings findings) {
        Set<String> seen = new HashSet<>();
        boolean custom = false;
        for (String name : header) {
            if (!seen.add(name)) {
                findings.add(DISTINCT, 0, () -> name + " stands twice");
            }
            if (name.startsWith(CUSTOM)) {
                custom = true;
                continue;
            }
            if (custom) {
                findings.add(CUSTOM_LAST, 0, () -> name + " stands after a custom column");
            }
            FocusColumn column = FocusColumn.byId(name).filter(known -> known.in(version)).orElse(null);
            if (column == null) {
                findings.add(CUSTOM_PREFIX, 0, () -> "FOCUS " + version.label() + " has no column " + Row.show(name));
            } else if (!column.id().equals(name)) {
                findings.add(SPELLING, 0, () -> Row.show(name) + " is not " + column.id());
            }
        }
        PRESENCE.forEach((column, rule) -> {
            if (column.in(version) && !seen.contains(column.id())) {
                findings.add(rule, 0, () -> column.id() + " is absent");
            }
        });
    }
}
