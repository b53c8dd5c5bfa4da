package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A dashboard of Grafana.
 *
 * @param name of its file
 * @param json the model that Grafana reads
 */
record Dashboard(String name, JsonNode json) {

    static final Path FOLDER = MonitoringFiles.FOLDER.resolve(Path.of("grafana", "dashboards"));

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * What a panel asks.
     *
     * @param panel its title, behind the name of the dashboard
     * @param expression as it is written, with variables of Grafana
     */
    record Question(String panel, String expression) {

        /** As Prometheus is asked about some job: every replica, and the last so long. */
        String about(String job, String window) {
            return expression.replace("$__rate_interval", window).replace("$job", job)
                    .replace("$namespace", ".*").replace("$instance", ".+");
        }
    }

    /** All dashboards. */
    static List<Dashboard> all() throws IOException {
        List<Dashboard> all = new ArrayList<>();
        for (Path file : MonitoringFiles.in(FOLDER, ".json")) {
            all.add(of(String.valueOf(file.getFileName()), Files.readString(file)));
        }
        return all;
    }

    static Dashboard of(String name, String json) throws IOException {
        return new Dashboard(name, MAPPER.readTree(json));
    }

    /** The panels that show something. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        json.path("panels").forEach(panel -> {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** What all its panels ask. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : panels()) {
            panel.path("targets").forEach(target -> questions.add(new Question(
                    name + ": " + panel.path("title").asText(), target.path("expr").asText())));
        }
        return questions;
    }
}
