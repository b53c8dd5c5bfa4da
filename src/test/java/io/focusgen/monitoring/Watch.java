package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.testing.RedisServer;
import io.focusgen.testing.S3Server;

/**
 * Has a real Prometheus watch the packaged service under load, with Redis and an S3 server, and asks it what every panel of the
 * dashboards asks and what every rule says. Redis is gone for a while, so that there is something to see. Exits with 1 where a
 * panel stays empty or a rule fails that has no reason for it. The table is printed and kept in {@code target/monitoring}.
 */
public final class Watch {

    private static final Path FOLDER = Path.of("target", "monitoring", "watch").toAbsolutePath();

    /** Two evaluations of the groups that look at days, which come once a minute. */
    private static final int SECONDS = 150;
    private static final long REDIS_GONE_MILLIS = 10_000;
    private static final String JOB = "focus-generator";

    /** What only a cluster measures: there is nothing to read here. */
    private static final Pattern OF_CLUSTERS = Pattern.compile("(kube|container)_.*");

    private final List<String> lines = new ArrayList<>();
    private int missed;

    private Watch() {
    }

    /** Takes how many seconds the load lasts, 150 where nothing is said. */
    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        clear();
        Watch watch = new Watch();
        try (RedisServer redis = new RedisServer(); S3Server store = new S3Server()) {
            Map<String, String> environment = new HashMap<>(S3Server.environment(store.port()));
            environment.putAll(Map.of("REDIS_URL", redis.url(), "TRUSTED_PROXIES", "127.0.0.1", "RATE_LIMIT", "on",
                    "RATE_LIMIT_PER_MINUTE", "30", "FOCUS_STREAM_SLOTS", "10", "JOBS_AT_ONCE", "1"));
            try (WatchedService service = new WatchedService(FOLDER, environment);
                    PrometheusServer prometheus = new PrometheusServer(FOLDER.resolve("prometheus"), service.port());
                    Traffic traffic = new Traffic(service.url())) {
                traffic.start();
                Thread.sleep(seconds * 1000L / 2);
                redis.kill();
                Thread.sleep(REDIS_GONE_MILLIS);
                redis.start();
                Thread.sleep(Math.max(0, seconds * 1000L / 2 - REDIS_GONE_MILLIS));
                watch.say("Prometheus %s, %s, %d s of load, answers by status %s", prometheus.version(),
                        Instant.now().toString(), seconds, traffic.answers());
                watch.panels(prometheus);
                watch.rules(prometheus);
            }
        }
        Files.write(FOLDER.resolveSibling("watch.txt"), watch.lines);
        System.exit(watch.missed == 0 ? 0 : 1);
    }

    private static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(FOLDER);
    }

    private void panels(PrometheusServer prometheus) throws IOException, InterruptedException {
        for (Dashboard dashboard : Dashboard.all()) {
            int answered = 0;
            List<Dashboard.Question> questions = dashboard.questions();
            for (Dashboard.Question question : questions) {
                JsonNode samples = prometheus.query(question.about(JOB, "1m"));
                boolean answer = hasNumber(samples);
                answered += answer ? 1 : 0;
                if (!answer) {
                    miss("%s is empty: %s", question.panel(), question.expression());
                }
            }
            say("%-18s %3d panels, %3d questions, %3d answered", dashboard.name(), dashboard.panels().size(),
                    questions.size(), answered);
        }
    }

    private static boolean hasNumber(JsonNode samples) {
        for (JsonNode sample : samples) {
            if (!sample.path("value").path(1).asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    private void rules(PrometheusServer prometheus) throws IOException, InterruptedException {
        int recorded = 0;
        int alerts = 0;
        for (JsonNode group : prometheus.rules()) {
            for (JsonNode rule : group.path("rules")) {
                String name = rule.path("name").asText();
                if (!rule.path("health").asText().equals("ok")) {
                    miss("%s is not well: %s", name, rule.path("lastError").asText());
                } else if (rule.path("type").asText().equals("recording")) {
                    recorded++;
                    if (!hasNumber(prometheus.query(name))) {
                        miss("%s is empty", name);
                    }
                } else {
                    alerts++;
                    alert(prometheus, rule);
                }
            }
        }
        say("%d recording rules and %d alerts were evaluated without an error", recorded, alerts);
    }

    /** An alert that is silent has to have something to be silent about. */
    private void alert(PrometheusServer prometheus, JsonNode rule) throws IOException, InterruptedException {
        String name = rule.path("name").asText();
        if (!rule.path("state").asText().equals("inactive")) {
            say("%s is %s", name, rule.path("state").asText());
        }
        for (PromQl.Selector selector : PromQl.selectors(rule.path("query").asText())) {
            StringBuilder matchers = new StringBuilder();
            selector.matchers().forEach((label, value) -> {
                int sign = value.startsWith("=~") || value.startsWith("!") ? 2 : 1;
                matchers.append(label).append(value, 0, sign).append('"').append(value.substring(sign)).append("\",");
            });
            boolean empty = prometheus.query(selector.metric() + "{" + matchers + "}").isEmpty();
            if (empty && OF_CLUSTERS.matcher(selector.metric()).matches()) {
                say("%s reads %s, which only a cluster has", name, selector.metric());
            } else if (empty && !isOfFailures(selector)) {
                miss("%s reads %s{%s}, of which there is nothing", name, selector.metric(), matchers);
            }
        }
    }

    /** Series that appear with the first failure of their kind. */
    private static boolean isOfFailures(PromQl.Selector selector) {
        return "=SERVER_ERROR".equals(selector.matchers().get("outcome"));
    }

    private void miss(String format, Object... values) {
        missed++;
        say("MISSED " + format, values);
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        lines.add(line);
    }
}
