package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistypedVariablesTest {

    private static final Set<String> KNOWN = MistypedVariables.known();

    /** What changes something is written down, and what is written down changes something. */
    @Test
    void theVariablesAreThoseOfTheExample() throws IOException {
        Set<String> documented = new TreeSet<>();
        Pattern.compile("(?m)^#([A-Z][A-Z0-9_]*)=").matcher(Files.readString(Path.of(".env.example"))).results()
                .forEach(line -> documented.add(line.group(1)));

        assertThat(documented).isNotEmpty().isEqualTo(KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMIT_PER_MINTUE,RATE_LIMIT_PER_MINUTE", "API_KEY,API_KEYS", "APIKEYS,API_KEYS",
            "S3_BUCKET,S3_BUCKET_NAME", "REPLICA,REPLICAS", "REDIS_URI,REDIS_URL",
            "RATELIMIT_PER_HOUR,RATE_LIMIT_PER_HOUR",
            "SECERT_KEY,SECRET_KEY", "CORS_ORIGIN,CORS_ORIGINS", "FOCUS_STREAM_SLOT,FOCUS_STREAM_SLOTS",

            "WEBHOOK_SECRET,WEBHOOK_SECRETS"})
    void aNameThatIsNearlyOursIsWarnedOf(String given, String right) {
        assertThat(MistypedVariables.warnings(List.of(given), KNOWN)).containsExactly("The environment has " + given
                + ", which changes nothing. The variable is called " + right + ".");
    }

    @Test
    void namesOfOthersAreNot() {
        List<String> others = List.of("PATH", "HOME", "USER", "SHELL", "HOSTNAME", "PWD", "OLDPWD", "TERM", "LANG",
                "LC_ALL", "MAIL", "EDITOR", "DISPLAY", "TMPDIR", "SHLVL", "LOGNAME", "_", "LS_COLORS", "JAVA_HOME",
                "JAVA_OPTS", "MAVEN_OPTS", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "HTTPS", "SESSION", "SECRET", "CI",
                "SESSION_MANAGER", "XDG_DATA_DIRS", "XDG_SESSION_ID", "DESKTOP_SESSION", "AWS_PROFILE",
                "AWS_DEFAULT_REGION", "AWS_CONFIG_FILE", "AWS_ROLE_ARN", "AWS_EXECUTION_ENV", "REDIS_PORT",
                "REDIS_SERVICE_HOST", "KUBERNETES_PORT", "KUBERNETES_SERVICE_HOST", "FOCUS_GENERATOR_PORT",
                "FOCUS_GENERATOR_SERVICE_HOST", "POD_NAME", "NODE_NAME", "DATA", "LOG", "CACHE_CONTROL", "quarkus.x");

        assertThat(MistypedVariables.warnings(others, KNOWN)).isEmpty();
        assertThat(MistypedVariables.warnings(KNOWN, KNOWN)).isEmpty();
    }
}
