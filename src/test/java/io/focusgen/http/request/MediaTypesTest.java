package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
        return catchThrowableOfType(ProblemException.class, () -> MediaTypes.of(headers)).failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON", "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"", "application/json ; x=y"})
    void jsonIsRead(String type) {
        assertThat(MediaTypes.of(type(type))).contains(MediaTypes.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"})
    void aFormIsRead(String type) {
        assertThat(MediaTypes.of(type(type))).contains(MediaTypes.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"rows\":5}", " \r\n{\"rows\":5}", "{"})
    void jsonThatIsCalledAFormIsRefusedNamingItsType(String body) {
        assertThatThrownBy(() -> MediaTypes.FORM.read(body)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.failure().type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            assertThat(refused.failure().nearest()).isEqualTo("application/json");
            assertThat(refused.failure().detail()).isEqualTo("The body is JSON, but its Content-Type says"
                    + " application/x-www-form-urlencoded; send it with Content-Type: application/json.");
        });
        assertThat(MediaTypes.FORM.read("organisation=" + body).values()).containsKey("organisation");
    }

    @Test
    void noTypeIsNone() {
        assertThat(MediaTypes.of(MultiMap.caseInsensitiveMultiMap())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", ";", "application/xml", "multipart/form-data; boundary=x", "*/*",
            "application/json; charset=iso-8859-1", "application/json; charset=utf-16", "application/json, text/plain"})
    void anyOtherTypeIsRefusedNamingJson(String type) {
        Failure failure = failure(type(type));

        assertThat(failure.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(failure.allowed()).contains("application/json");
        assertThat(failure.detail()).contains("application/json");
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
        assertThat(failure(type("application/json").add("Content-Encoding", "gzip")).detail()).contains("gzip");
        assertThat(MediaTypes.of(type("application/json").add("Content-Encoding", "identity"))).isPresent();
    }
}
