package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong in a company's cloud and shows on its bill. Each knows how long it usually lasts and how it grows. */
public enum AnomalyKind {
    /** A group of machines grows and does not shrink again. */
    RUNAWAY_AUTOSCALING("runaway-autoscaling", 36, 120, 40),
    /** Machines with accelerators that nobody stops after an experiment, without tags: for nine days, as from a Friday on. */
    GPU_CLUSTER_FORGOTTEN("gpu-cluster-forgotten", 216, 216, 0),
    /** Data goes to another region again and again. */
    TRANSFER_LEAK("transfer-leak", 96, 336, 10),
    /** Somebody left debugging on. */
    LOG_FLOOD("log-flood", 12, 60, 5),
    /** A thief's machines, without tags and in a region that the company does not use. */
    CRYPTO_MINING("crypto-mining", 48, 240, 85);

    private final String label;
    private final int leastHours;
    private final int mostHours;
    private final int ramp;

    AnomalyKind(String label, int leastHours, int mostHours, int ramp) {
        this.label = label;
        this.leastHours = leastHours;
        this.mostHours = mostHours;
        this.ramp = ramp;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** How long one lasts at least. */
    public int leastHours() {
        return leastHours;
    }

    /** How long one lasts at most; no longer than the shortest month. */
    public int mostHours() {
        return mostHours;
    }

    /** Per cent of its hours in which it still grows. */
    public int ramp() {
        return ramp;
    }

    static Optional<AnomalyKind> byLabel(String label) {
        return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(AnomalyKind::label).toList();
    }
}
