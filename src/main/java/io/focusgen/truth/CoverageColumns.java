package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.decimal;
import static io.focusgen.truth.SheetColumn.text;

import java.util.List;

/** The columns of the coverage sheet. Costs are in the billing currency and exact. */
final class CoverageColumns {

    static final List<SheetColumn<CoverageLine>> ALL = MonthColumns.and(List.of(
            text("SkuFamily", "The InstanceSeries of the SKUs, or their service where they have none.",
                    line -> CoverageLine.family(line.sku())),
            text("ServiceName", "Their service.", line -> line.sku().service().name()),
            text("PricingUnit", "What the quantities are in.", line -> line.sku().unit()),
            SheetColumn.currency(),
            decimal("EligibleQuantity", "PricingQuantity that commitments could cover.",
                    line -> line.covered().quantity().add(line.uncovered().quantity())),
            decimal("CoveredQuantity", "What of it they cover.", line -> line.covered().quantity()),
            decimal("UncoveredQuantity", "What of it is on demand.", line -> line.uncovered().quantity()),
            decimal("EligibleListCost", "ListCost that commitments could cover.",
                    line -> line.covered().list().add(line.uncovered().list())),
            decimal("CoveredListCost", "What of it they cover.", line -> line.covered().list()),
            decimal("UncoveredListCost", "What of it is on demand.", line -> line.uncovered().list()),
            decimal("EligibleContractedCost", "ContractedCost that commitments could cover.",
                    line -> line.covered().contracted().add(line.uncovered().contracted())),
            decimal("CoveredContractedCost", "What of it they cover.", line -> line.covered().contracted()),
            decimal("UncoveredContractedCost", "What of it is on demand.", line -> line.uncovered().contracted()),
            decimal("Coverage", "CoveredContractedCost divided by EligibleContractedCost, to six decimals.",
                    CoverageLine::coverage)));

    private CoverageColumns() {
    }
}
