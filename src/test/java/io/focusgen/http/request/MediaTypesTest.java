package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.vertx.core.MultiMap;

class MediaTypesTest {

    private static MultiMap type(String value) {
        return MultiMap.caseInsensitiveMultiMap().add("Content-Type", value);
    }

    private static Failure failure(MultiMap headers) {
        return catchThrowableOfType(ProblemException.class, () -> MediaTypes.sayJson(headers)).failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON", "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"", "application/json ; x=y"})
    void jsonIsRead(String type) {
        assertThat(MediaTypes.sayJson(type(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"})
    void aFormIsRefusedNamingWhatIsMeant(String type) {
        assertThat(failure(type(type)).type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(failure(type(type)).nearest()).isEqualTo("application/json");
        assertThat(failure(type(type)).detail()).isEqualTo("A form is not read here; send it as application/json.");
    }

    @Test
    void noTypeIsNone() {
        assertThat(MediaTypes.sayJson(MultiMap.caseInsensitiveMultiMap())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", ";", "application/xml", "multipart/form-data; boundary=x", "*/*",
            "application/json; charset=iso-8859-1", "application/json; charset=utf-16", "application/json, text/plain"})
    void anyOtherTypeIsRefusedNamingJson(String type) {
        Failure failure = failure(type(type));

        assertThat(failure.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(failure.allowed()).containsExactly("application/json");
        assertThat(failure.detail()).contains("application/json");
    }

    /** It may be anything, a secret that was put into the wrong header too. */
    @Test
    void nothingOfTheHeadersIsShown() {
        for (MultiMap headers : List.of(type("secret/secret"), type("application/json; charset=secret"),
                type("application/json").add("Content-Type", "secret"),
                type("application/json").add("Content-Encoding", "secret"))) {
            assertThat(failure(headers).toString()).doesNotContain("secret");
        }
    }

    @Test
    void theNearestTypeIsNamed() {
        assertThat(failure(type("application/jsn")).nearest()).isEqualTo("application/json");
    }

    @Test
    void twoTypesAreRefused() {
        assertThat(failure(type("application/json").add("Content-Type", "application/json")).type())
                .isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aCompressedBodyIsRefused() {
        assertThat(failure(type("application/json").add("Content-Encoding", "gzip")).type())
                .isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(MediaTypes.sayJson(type("application/json").add("Content-Encoding", "identity"))).isTrue();
    }
}
