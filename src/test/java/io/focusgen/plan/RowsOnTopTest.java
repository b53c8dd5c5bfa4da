package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.focusgen.testing.Request;

/** Room for rows beyond those that were asked for, such as injected incidents: a slice of their own, the last. */
class RowsOnTopTest {

    private static final long ON_TOP = 5_000;

    private final Plan plan = Plan.of(Request.rows(10_000).daily().month("2026-03").seed(3).bill());
    private final long billing = plan.billingRows(plan.spec().dataset().firstMonth());
    private final MonthRows asked = new MonthRows(plan.spec(), plan.structure(), 31, billing);
    private final MonthRows more = asked.withOnTop(ON_TOP);

    @Test
    void theyAddASliceAndMoveNoOtherRow() {
        assertThat(asked.total()).isEqualTo(10_000);
        assertThat(more.total()).isEqualTo(10_000 + ON_TOP);
        assertThat(more.slices()).isEqualTo(asked.slices() + 1);
        for (int slice = 0; slice < asked.slices(); slice++) {
            assertThat(more.rowsBefore(slice)).isEqualTo(asked.rowsBefore(slice));
            assertThat(more.rows(slice)).isEqualTo(asked.rows(slice));
        }
        assertThat(more.rows(asked.slices())).isEqualTo(ON_TOP);
        assertThat(more.isOnTop(asked.slices())).isTrue();
        assertThat(more.isOnTop(asked.slices() - 1)).isFalse();
        assertThat(more.sliceAt(10_000)).isEqualTo(asked.slices());
        assertThat(more.sliceAt(9_999)).isEqualTo(asked.slices() - 1);
    }

    @Test
    void theirBlocksComeLastAndCoverThem() {
        assertThat(more.blocks()).isGreaterThan(asked.blocks());
        long covered = 0;
        for (long block = asked.blocks(); block < more.blocks(); block++) {
            assertThat(more.sliceOf(block)).isEqualTo(asked.slices());
            assertThat(more.firstRow(block)).isEqualTo(covered);
            covered = more.endRow(block);
        }
        assertThat(covered).isEqualTo(ON_TOP);
        assertThat(more.blockAt(more.total() - 1)).isEqualTo(more.blocks() - 1);
    }
}
