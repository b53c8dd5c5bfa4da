package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Prometheus' own tools read what is in {@code monitoring/}: promtool its settings, rules, cases and the expressions of the
 * dashboards, amtool the settings of Alertmanager. Exits with 1 where something is wrong, with 2 where a tool is missing.
 */
public final class MonitoringCheck {

    private static final Path EXPRESSIONS = Path.of("target", "monitoring", "dashboard-rules.yaml");

    private boolean passed = true;

    private MonitoringCheck() {
    }

    /** Checks all, and says what is checked. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        boolean promtool = isThere("promtool", "Debian's package prometheus, or https://prometheus.io/download");
        boolean amtool = isThere("amtool",
                "Debian's package prometheus-alertmanager, or https://prometheus.io/download");
        if (!promtool || !amtool) {
            System.exit(2);
        }
        System.exit(new MonitoringCheck().run() ? 0 : 1);
    }

    private static boolean isThere(String tool, String from) throws InterruptedException {
        try {
            new ProcessBuilder(tool, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            return true;
        } catch (IOException missing) {
            System.out.println("MISSED " + tool + " is not on the PATH: install " + from);
            return false;
        }
    }

    private boolean run() throws IOException, InterruptedException {
        tool("the settings of Prometheus", List.of(), "promtool", "check", "config",
                Rule.FOLDER.resolve("prometheus.yaml").toString());
        tool("the rules", MonitoringFiles.in(Rule.FOLDER, "-rules.yaml"), "promtool", "check", "rules");
        tool("the cases of the alerts", MonitoringFiles.in(RuleCase.FOLDER, "-test.yaml"), "promtool", "test", "rules");
        int expressions = writeExpressions();
        tool("the " + expressions + " expressions of the dashboards", List.of(EXPRESSIONS), "promtool", "check",
                "rules");
        tool("the settings of Alertmanager", List.of(), "amtool", "check-config",
                MonitoringFiles.FOLDER.resolve(Path.of("alertmanager", "alertmanager.yaml")).toString());
        return passed;
    }

    /** As rules that record something: what is no expression is no rule either. */
    private static int writeExpressions() throws IOException {
        StringBuilder text = new StringBuilder("groups:\n- name: dashboards\n  rules:\n");
        int count = 0;
        for (Dashboard dashboard : Dashboard.all()) {
            for (Dashboard.Question question : dashboard.questions()) {
                text.append("  # ").append(question.panel()).append("\n  - record: dashboards:expression:")
                        .append(count++)
                        .append("\n    expr: '").append(question.about("focus-generator", "1m").replace("'", "''"))
                        .append("'\n");
            }
        }
        Files.createDirectories(EXPRESSIONS.getParent());
        Files.writeString(EXPRESSIONS, text);
        return count;
    }

    private void tool(String what, List<Path> files, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean right = process.waitFor() == 0;
        System.out.println((right ? "met    " : "MISSED ") + what + (right ? "" : "\n" + said));
        passed &= right;
    }
}
