package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;
import io.focusgen.focus.ServiceCategory;

/** Columns with a closed set of values, and which values go together. */
final class ValueRules {

    /** The one value of ChargeClass. */
    static final String CORRECTION = "Correction";

    /** What is left of reserved capacity. */
    static final String UNUSED_CAPACITY = "Unused";

    private static final Set<String> SUBCATEGORIES = Stream.of(ServiceCategory.values())
            .flatMap(category -> category.subcategories().stream())
            .collect(Collectors.toUnmodifiableSet());

    static final List<RowRule> ALL = List.of(
            closed("ChargeCategory-C-003-M", FocusColumn.CHARGE_CATEGORY,
                    Stream.of(ChargeCategory.values()).map(ChargeCategory::label)),
            closed("ChargeClass-C-005-C", FocusColumn.CHARGE_CLASS, Stream.of(CORRECTION)),
            closed("ChargeFrequency-C-003-M", FocusColumn.CHARGE_FREQUENCY,
                    Stream.of(ChargeFrequency.values()).map(ChargeFrequency::label)),
            closed("PricingCategory-C-007-M", FocusColumn.PRICING_CATEGORY,
                    Stream.of(PricingCategory.values()).map(PricingCategory::label)),
            closed("CommitmentDiscountCategory-C-005-M", FocusColumn.COMMITMENT_DISCOUNT_CATEGORY,
                    Stream.of(CommitmentCategory.values()).map(CommitmentCategory::label)),
            closed("CommitmentDiscountStatus-C-005-M", FocusColumn.COMMITMENT_DISCOUNT_STATUS,
                    Stream.of(CommitmentStatus.values()).map(CommitmentStatus::label)),
            closed("CapacityReservationStatus-C-006-M", FocusColumn.CAPACITY_RESERVATION_STATUS,
                    Stream.of("Used", UNUSED_CAPACITY)),
            closed("ServiceCategory-C-003-M", FocusColumn.SERVICE_CATEGORY,
                    Stream.of(ServiceCategory.values()).map(ServiceCategory::label)),
            closed("ServiceSubcategory-C-003-M", FocusColumn.SERVICE_SUBCATEGORY, SUBCATEGORIES.stream()),
            new RowRule("ServiceSubcategory-C-004-M", "ServiceSubcategory belongs under its ServiceCategory.",
                    EnumSet.of(FocusColumn.SERVICE_CATEGORY, FocusColumn.SERVICE_SUBCATEGORY),
                    ValueRules::isUnderItsCategory),
            new RowRule("ChargeFrequency-C-004-C", "A purchase is not Usage-Based.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_FREQUENCY),
                    row -> !row.isPurchase()
                            || !row.is(FocusColumn.CHARGE_FREQUENCY, ChargeFrequency.USAGE_BASED.label())),
            new RowRule("PricingCategory-C-009-C",
                    "PricingCategory is Committed exactly on usage under a commitment discount.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.PRICING_CATEGORY),
                    row -> row.lacks(FocusColumn.PRICING_CATEGORY)
                            || (row.isUsage() && row.isCommitment()) == row.is(FocusColumn.PRICING_CATEGORY,
                                    PricingCategory.COMMITTED.label())));

    private ValueRules() {
    }

    private static RowRule closed(String id, FocusColumn column, Stream<String> labels) {
        Set<String> allowed = labels.collect(Collectors.toUnmodifiableSet());
        return new RowRule(id, column.id() + " has one of its allowed values, where it is set.", EnumSet.of(column),
                row -> {
                    String text = row.text(column);
                    return text == null || allowed.contains(text);
                });
    }

    private static boolean isUnderItsCategory(Row row) {
        String category = row.text(FocusColumn.SERVICE_CATEGORY);
        String subcategory = row.text(FocusColumn.SERVICE_SUBCATEGORY);
        if (category == null || subcategory == null || !SUBCATEGORIES.contains(subcategory)) {
            return true;
        }
        return ServiceCategory.byLabel(category).map(known -> known.subcategories().contains(subcategory)).orElse(true);
    }
}
