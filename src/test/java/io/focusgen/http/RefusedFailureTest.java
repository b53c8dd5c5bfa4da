package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.Problem;
import io.focusgen.spec.Violation;

/** However much is wrong, the answer is short. */
class RefusedFailureTest {

    private static Failure.Refused refused(String text, int times) {
        Violation violation = new Violation(text, text, "Must be " + text + ".", text);
        return new Failure.Refused(Collections.nCopies(times, violation));
    }

    @ParameterizedTest
    @CsvSource({"a,5000", "\",5000", "\\,5000", "\u20ac,5000", "\ud83d\ude00,5000", "long,60"})
    void anAnswerHasLessThan64KiB(String text, int times) throws JsonProcessingException {
        String repeated = text.repeat(text.equals("long") ? 3_000 : 200);
        Failure.Refused failure = refused(repeated, times);
        byte[] json = new ObjectMapper().writeValueAsString(Problem.of(failure, "id")).getBytes(StandardCharsets.UTF_8);

        assertThat(json).hasSizeLessThan(1 << 16);
        assertThat(failure.found()).isEqualTo(times);
        assertThat(failure.detail()).isEqualTo(times + " things are wrong with the parameters, of which "
                + failure.violations().size() + " are listed.");
    }

    @Test
    void whatFitsIsListed() {
        assertThat(refused("a", 100).violations()).hasSize(100);
        assertThat(refused("a", 100).detail()).isEqualTo("100 things are wrong with the parameters.");
        assertThat(refused("a", 1).detail()).isEqualTo("One thing is wrong with the parameters.");
    }
}
