package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.testing.Request;

class FrameStockTest {

    private static final long PLENTY = 1 << 20;

    private final Plan plan = Plan.of(Request.rows(10_000).providers("azure").currency("EUR").daily().bill());
    private final MonthPlan month = plan.month(plan.spec().dataset().firstMonth());
    private final int slices = month.plan().rows(month.month()).slices();

    private int same(Frames one, Frames other) {
        int same = 0;
        for (int slice = 0; slice < slices; slice++) {
            same += one.frame(month, slice) == other.frame(month, slice) ? 1 : 0;
        }
        return same;
    }

    @Test
    void whoeverComesLaterHasTheVeryFrames() {
        FrameStock stock = new FrameStock(PLENTY);

        assertThat(same(new Frames(plan, stock), new Frames(plan, stock))).isEqualTo(slices).isGreaterThan(8);

        assertThat(stock.bytes()).isBetween(slices * 512L, PLENTY);
        long before = stock.bytes();
        same(new Frames(plan, stock), new Frames(plan, stock));
        assertThat(stock.bytes()).as("each is counted once").isEqualTo(before);
    }

    @Test
    void whatThereIsNoRoomForIsMadeForEach() {
        FrameStock stock = new FrameStock(32 << 10);

        assertThat(same(new Frames(plan, stock), new Frames(plan, stock))).isPositive().isLessThan(slices);

        assertThat(stock.bytes()).isBetween(1L, 32L << 10);
        assertThat(same(new Frames(plan), new Frames(plan))).isZero();
    }
}
