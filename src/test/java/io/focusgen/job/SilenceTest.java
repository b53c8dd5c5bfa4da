package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void itIsSaidOnceAndOnceThatItIsOver() {
        List<String> lines = new ArrayList<>();
        Handler watch = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                    lines.add(new PatternFormatter("%p %s").format(line));
                }
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        java.util.logging.Logger named = java.util.logging.Logger.getLogger("silence-test");
        named.addHandler(watch);
        try {
            Silence silence = new Silence(Logger.getLogger("silence-test"));
            silence.answered("It answers");
            for (int i = 0; i < 3; i++) {
                silence.failed(new IllegalStateException("gone " + i), "It does not answer");
            }
            silence.answered("It answers");
            silence.answered("It answers");
            silence.failed(new IllegalStateException("gone"), "It does not answer");
        } finally {
            named.removeHandler(watch);
        }

        assertThat(lines).containsExactly("WARN It does not answer: gone 0",
                "INFO It answers, after 3 calls without an answer", "WARN It does not answer: gone");
    }
}
