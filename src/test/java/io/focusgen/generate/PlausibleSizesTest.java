package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Blueprint;
import io.focusgen.estate.BlueprintLine;
import io.focusgen.estate.EstateTables;
import io.focusgen.estate.Lifetime;
import io.focusgen.estate.LineRole;
import io.focusgen.focus.FocusColumn;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** A resource is larger than its line says only where nothing else in the same account could take the money. */
class PlausibleSizesTest {

    /** What rounding and the exact closing of a class move. */
    private static final double TOLERANCE = 0.02;

    /** Of a bill, that one short-lived resource may be. */
    private static final double MOST_OF_A_JOB = 0.02;

    static List<Provider> providers() {
        return Provider.all();
    }

    /** Of elastic meters of one class in one slice: how full the fullest and the emptiest are. */
    private static final class Fill {
        double most;
        double least = Double.MAX_VALUE;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsFullGivesToWhatIsNot(Provider provider) {
        SortedMap<String, BlueprintLine> lineBySku = elasticLines(provider);
        int full = 0;
        int bounded = 0;
        for (String budget : new String[]{"100000", "3000000"}) {
            Request request = Request.rows(20_000).providers(provider.label()).daily().budget(budget).seed(91);
            for (Fill fill : fills(Bill.of(request), lineBySku)) {
                bounded += fill.most > 0 ? 1 : 0;
                full += fill.most > 1 - TOLERANCE ? 1 : 0;
                assertThat(fill.most < 1 + TOLERANCE || fill.least > 1 - TOLERANCE)
                        .as("%s: %s of what it can be beside %s", request, fill.most, fill.least).isTrue();
            }
        }
        assertThat(full).as("cases where a resource is full").isPositive().isLessThan(bounded);
    }

    /** A job of some days that costs as much as an incident would hide every incident. */
    @ParameterizedTest
    @MethodSource("providers")
    void noJobIsALargePartOfADailyBill(Provider provider) {
        for (long seed = 1; seed <= 4; seed++) {
            Bill bill = Bill.of(Request.rows(10_000).providers(provider.label()).daily().seed(seed));
            int core = bill.plan().structure().coreSlices();
            int shorts = bill.plan().structure().shortSlices();
            double all = bill.billedBeforeTax().doubleValue();
            double most = 0;
            for (Bill.Line line : bill.lines()) {
                boolean job = line.isUsage() && line.slice() >= core && line.slice() < core + shorts;
                most = job ? Math.max(most, line.billed().doubleValue() / all) : most;
            }
            assertThat(most).as("%s, seed %s", provider, seed).isBetween(0.0005, MOST_OF_A_JOB);
        }
    }

    private static List<Fill> fills(Bill bill, SortedMap<String, BlueprintLine> lineBySku) {
        SortedMap<String, Fill> fills = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            BlueprintLine blueprint = line.isUsage() && line.slice() < bill.plan().structure().coreSlices()
                    ? of(line, lineBySku)
                    : null;
            if (blueprint != null) {
                Fill fill = fills.computeIfAbsent(line.slice() + "/" + blueprint.lineClass().index(),
                        first -> new Fill());
                double part = blueprint.most() == BlueprintLine.ANY
                        ? 0
                        : line.quantity().doubleValue() / blueprint.most();
                fill.most = Math.max(fill.most, part);
                fill.least = Math.min(fill.least, part);
            }
        }
        return new ArrayList<>(fills.values());
    }

    private static @Nullable BlueprintLine of(Bill.Line line, SortedMap<String, BlueprintLine> lineBySku) {
        String sku = line.get(FocusColumn.SKU_ID);
        return sku == null ? null : lineBySku.get(sku);
    }

    /** Elastic lines by the SkuIds of their meters. */
    private static SortedMap<String, BlueprintLine> elasticLines(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        SortedMap<String, BlueprintLine> lines = new TreeMap<>();
        for (Blueprint blueprint : EstateTables.of(catalog, provider).blueprints()) {
            for (BlueprintLine line : blueprint.lines()) {
                if (blueprint.lifetime() == Lifetime.CORE && line.role() == LineRole.ELASTIC) {
                    for (Region region : catalog.regions()) {
                        lines.put(catalog.skuId(line.first(), line.service().global() ? null : region), line);
                    }
                }
            }
        }
        return lines;
    }
}
