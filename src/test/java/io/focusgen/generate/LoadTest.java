package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.estate.LoadShape;
import io.focusgen.plan.LoadCurve;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** When usage happens. */
class LoadTest {

    private static final int HOURS = 24;

    /** Where the company is at home: a bill of an American one peaks in the afternoon of UTC. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 10, 11, 12})
    void anHourlyBillPeaksWhilePeopleWork(long seed) {
        Bill bill = Bill.of(Request.rows(100_000).seed(seed));
        double[] byHour = new double[HOURS];
        for (Bill.Line line : bill.lines()) {
            if (line.isUsage() && !line.isCommitment()) {
                add(line.charge(), bill.plan().company().domicile().utcOffset(), byHour);
            }
        }

        double mean = Arrays.stream(byHour).average().orElseThrow();
        int peak = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            peak = byHour[hour] > byHour[peak] ? hour : peak;
        }
        assertThat(peak).as("%s", Arrays.toString(byHour)).isBetween(9, 21);
        assertThat(byHour[peak]).isGreaterThan(1.3 * mean);
        assertThat(byHour[3]).isLessThan(0.7 * mean);
    }

    /** A month's curves are shared: memory does not grow with what follows them. */
    @Test
    void aBillUsesManyShapesAndFewCurves() {
        Set<LoadCurve> used = new HashSet<>();
        for (Bill.Line line : Bill.of(Request.rows(100_000)).lines()) {
            LoadCurve curve = line.charge().quantity().curve();
            if (curve != null) {
                used.add(curve);
            }
        }
        assertThat(used).hasSizeBetween(9, 64);
    }

    @Test
    void aCompanyHasTheSameDaysInEveryCloud() {
        List<LoadCurve> aws = curves(Request.rows(10_000).daily());
        List<LoadCurve> azure = curves(Request.rows(10_000).daily().providers("azure"));
        for (int shape = 0; shape < aws.size(); shape++) {
            for (int day = 0; day <= aws.get(shape).periods(); day++) {
                assertThat(azure.get(shape).before(day)).isEqualTo(aws.get(shape).before(day));
            }
        }
    }

    private static List<LoadCurve> curves(Request request) {
        Bill bill = Bill.of(request.withRows(3_000));
        return LoadShape.all().stream()
                .map(shape -> bill.plan().month(request.spec().firstMonth()).curve(shape)).toList();
    }

    private static void add(Charge charge, int offset, double[] byHour) {
        Spread quantity = charge.quantity();
        double unit = charge.rates().billed().toBigDecimal().movePointLeft(quantity.scale()).doubleValue();
        for (int i = 0; i < quantity.count(); i++) {
            byHour[Math.floorMod(quantity.from() + i + offset, HOURS)] += unit * quantity.units(i);
        }
    }
}
