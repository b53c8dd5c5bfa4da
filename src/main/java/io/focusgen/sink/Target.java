package io.focusgen.sink;

import java.util.Optional;
import java.util.stream.Stream;

/** Where files can be put. */
public enum Target {
    DISK("disk", "Files on the disk of the service, which hands them out itself."),
    S3("s3", "Objects in the S3 bucket that the service is set up with.");

    private final String label;
    private final String help;

    Target(String label, String help) {
        this.label = label;
        this.help = help;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** A sentence for who has to choose. */
    public String help() {
        return help;
    }

    /** The target of that label, or none. */
    public static Optional<Target> byLabel(String label) {
        return Stream.of(values()).filter(target -> target.label.equals(label)).findFirst();
    }
}
