package io.focusgen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void whatIsSelectedIsFound() {
        assertThat(PromQl.selectors("""
                sum by (job, le) (rate(a_bucket{job="x", le=~"1|2"}[5m])) # of all
                  / on (job) group_left (version) (b{c!='d'} > bool 0.5) unless absent(up)"""))
                .containsExactly(new PromQl.Selector("a_bucket", Map.of("job", "=x", "le", "=~1|2")),
                        new PromQl.Selector("b", Map.of("c", "!=d")), new PromQl.Selector("up", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 - -a", "a{}", "{job=\"x\"}", "level:metric:rate5m > 14.4 * 0.001", "sum(a) by (b)",
            "topk(10, sum(a))", "histogram_quantile(0.99, sum by (le) (rate(a_bucket[1h30m])))",
            "1e-6 + a or vector(0)"})
    void whatPrometheusReadsIsRead(String expression) {
        assertThat(PromQl.selectors(expression)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sum(a;the end stands where ) should", "a b;b stands where an operator",
            "a +;the end stands where a metric", "a{b=c};c stands where a text in quotes", "a{b};} stands where =, !=",
            "rate(a[5]);5 stands where a time", "rat(a[5m]);rat is not known here", "a[$x];\"$x]\" is nothing",
            "rate by (b) (a);rate is not known here", "and a;and stands where a metric",
            "a ? b;\"? b\" is nothing", "sum by b (a);b stands where ( should", ";the end stands where a metric"})
    void whatIsNoExpressionIsRefusedWithAReason(String expression, String reason) {
        String wrong = expression == null ? "" : expression;
        assertThatThrownBy(() -> PromQl.selectors(wrong)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
