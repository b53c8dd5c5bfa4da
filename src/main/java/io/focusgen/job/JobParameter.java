package io.focusgen.job;

import java.util.List;
import java.util.stream.Stream;

import io.focusgen.focus.Dataset;
import io.focusgen.sink.Target;
import io.focusgen.spec.Documented;
import io.focusgen.spec.ValueType;

/** What a job is asked beside the parameters of its bundle. */
public enum JobParameter implements Documented {
    DATASET("dataset", ValueType.choice(Dataset.labels()), Dataset.COST_AND_USAGE.label(),
            Dataset.COST_AND_USAGE.label(), "What is in the files of rows."),
    TARGET("target", ValueType.choice(Stream.of(Target.values()).map(Target::label).toList()),
            "disk; s3 with several replicas", Target.DISK.label(),
            "Where the files go: to the disk of the service, which hands them out, or to its S3 bucket, where it has one."),
    WEBHOOK("webhook", new ValueType("URL", WebhookRules.ALLOWED, List.of()),
            "none", "https://example.org/hooks/focus", "Who is told when the job has ended.");

    private final String label;
    private final ValueType type;
    private final String defaultValue;
    private final String example;
    private final String help;

    JobParameter(String label, ValueType type, String defaultValue, String example, String help) {
        this.label = label;
        this.type = type;
        this.defaultValue = defaultValue;
        this.example = example;
        this.help = help;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public String defaultValue() {
        return defaultValue;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public List<String> otherNames() {
        return List.of();
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
