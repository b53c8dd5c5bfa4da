package io.focusgen.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoadToolTest {

    private static final String WRK = """
            Running 4s test @ http://127.0.0.1:8080/api/v1/cost-and-usage.csv?rows=100
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    14.05ms    9.61ms 112.40ms   71.26%
                Req/Sec     4.77k   510.14     5.46k    77.50%
              Latency Distribution
                 50%   12.50ms
                 75%   18.11ms
                 90%   26.75ms
                 99%    1.20s
              18989 requests in 4.01s, 731.24MB read
            Requests/sec:   4735.57
            Transfer/sec:    182.36MB
            """;

    private static final String HEY = """

            Summary:
              Total:\t2.0206 secs
              Slowest:\t0.0625 secs
              Fastest:\t0.0008 secs
              Average:\t0.0140 secs
              Requests/sec:\t4552.5441

            Response time histogram:
              0.001 [1]\t|
              0.010 [3602]\t|■■■■■■■■■■■■■■

            Latency distribution:
              10% in 0.0047 secs
              25% in 0.0080 secs
              50% in 0.0125 secs
              75% in 0.0182 secs
              90% in 0.0251 secs
              95% in 0.0304 secs
              99% in 0.0446 secs

            Status code distribution:
              [200]\t9199 responses
            """;

    @Test
    void whatWrkSaysIsReadInMilliseconds() {
        assertThat(LoadTool.WRK.read(WRK)).isEqualTo(new Answers("wrk", 18989, 0, 4.01, 12.5, 1200, 112.4));
        assertThat(LoadTool.WRK.read(WRK.replace("50%   12.50ms", "50%  950.00us")).median()).isEqualTo(0.95);
    }

    @Test
    void whatWrkCountsAsWrongIsAnErrorAndNoAnswer() {
        String wrong = WRK.replace("Requests/sec", "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
                + "  Non-2xx or 3xx responses: 89\nRequests/sec");

        assertThat(LoadTool.WRK.read(wrong)).extracting(Answers::whole, Answers::errors).containsExactly(18900L, 99L);
    }

    @Test
    void whatHeySaysIsReadInMilliseconds() {
        assertThat(LoadTool.HEY.read(HEY)).isEqualTo(new Answers("hey", 9199, 0, 2.0206, 12.5, 44.6, 62.5));
        assertThat(LoadTool.HEY.read(HEY.replace("% in", "%% in")).within99()).isEqualTo(44.6);
    }

    @Test
    void whatHeyCountsAsWrongIsAnErrorAndNoAnswer() {
        String wrong = HEY + "  [503]\t12 responses\n\nError distribution:\n  [3]\tGet \"http://x\": EOF\n"
                + "  [4]\tGet \"http://x\": connection reset by peer\n";

        assertThat(LoadTool.HEY.read(wrong)).extracting(Answers::whole, Answers::errors).containsExactly(9199L, 19L);
    }

    @Test
    void whatCannotBeReadIsShown() {
        assertThatThrownBy(() -> LoadTool.WRK.read("unable to connect to 127.0.0.1:1 Connection refused"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Connection refused");
        assertThatThrownBy(() -> LoadTool.HEY.read("")).isInstanceOf(IllegalArgumentException.class);
    }
}
