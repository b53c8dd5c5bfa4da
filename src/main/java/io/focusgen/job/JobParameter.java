package io.focusgen.job;

import java.util.List;
import java.util.stream.Stream;

import io.focusgen.focus.Dataset;
import io.focusgen.sink.Target;
import io.focusgen.spec.OwnParameter;
import io.focusgen.spec.ValueType;

/** What a job is asked beside the parameters of its bundle. */
public enum JobParameter implements OwnParameter {
    DATASET("dataset", ValueType.choice(Dataset.labels()), Dataset.COST_AND_USAGE.label(),
            Dataset.COST_AND_USAGE.label(), "What is in the files of rows."),
    TARGET("target", ValueType.choice(Stream.of(Target.values()).map(Target::label).toList()),
            "disk; s3 with several replicas", Target.DISK.label(),
            "Where the files go: to the disk of the service, which hands them out, or to its S3 bucket, where it has one."),
    WEBHOOK("webhook", new ValueType("URL", WebhookRules.ALLOWED, List.of()),
            "none", "https://example.org/hooks/focus", "Who is told when the job has ended.");

    private final Line line;

    JobParameter(String label, ValueType type, String defaultValue, String example, String help) {
        line = new Line(label, type, defaultValue, example, help);
    }

    @Override
    public Line line() {
        return line;
    }
}
