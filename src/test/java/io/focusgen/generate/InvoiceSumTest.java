package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import io.focusgen.focus.BillingMonth;
import io.focusgen.plan.Plan;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

class InvoiceSumTest {

    private final Plan plan = Plan.of(Request.rows(10_000).providers("azure").currency("EUR").daily().bill());
    private final BillingMonth month = plan.spec().dataset().firstMonth();
    private final Frames frames = new Frames(plan);

    private Frame frame(int slice) {
        return frames.frame(plan.month(month), slice);
    }

    private BigDecimal billed(int slice) {
        return Bill.of(plan, month).lines().stream().filter(line -> line.slice() == slice).map(Bill.Line::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everySliceIsCountedOnceAndNoneBehindThem() {
        InvoiceSum sum = new InvoiceSum(2);
        sum.add(1, frame(1));
        sum.add(0, frame(0));
        BigDecimal both = billed(0).add(billed(1));
        assertThat(sum.value()).isEqualByComparingTo(both).isNotEqualByComparingTo(BigDecimal.ZERO);

        sum.add(1, frame(1));
        sum.add(2, frame(2));

        assertThat(billed(2)).isNotEqualByComparingTo(BigDecimal.ZERO);
        assertThat(sum.value()).isEqualByComparingTo(both);
    }

    @Test
    void noTwoAreGivenTheSameSliceWhileAnotherIsLeft() {
        InvoiceSum sum = new InvoiceSum(4);
        sum.add(1, frame(1));

        assertThat(sum.missing()).isZero();
        assertThat(sum.missing()).isEqualTo(2);
        assertThat(sum.missing()).isEqualTo(3);
    }

    @Test
    void whatSomebodyGaveUpIsGivenAgain() {
        InvoiceSum sum = new InvoiceSum(2);
        assertThat(sum.missing()).isZero();
        assertThat(sum.missing()).isEqualTo(1);
        sum.add(1, frame(1));

        assertThat(sum.missing()).isZero();
        sum.add(0, frame(0));

        assertThat(sum.missing()).isEqualTo(InvoiceSum.NONE);
    }
}
