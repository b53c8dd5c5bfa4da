package io.focusgen.catalog;

import java.util.List;

import io.focusgen.focus.Granularity;

/** A cloud whose bills can be invented. */
public enum Provider {
    AWS("aws", "AWS", new Grain(Granularity.HOURLY, 100_000), new Grain(Granularity.DAILY, 3_000),
            new Grain(Granularity.MONTHLY, 0));

    private final String label;
    private final String focusName;
    private final List<Grain> grains;

    /**
     * A length of charge periods that the provider bills in.
     *
     * @param granularity the length
     * @param fromRows rows of a month from which on it is chosen where nobody asks for one
     */
    private record Grain(Granularity granularity, long fromRows) {
    }

    Provider(String label, String focusName, Grain... finestFirst) {
        this.label = label;
        this.focusName = focusName;
        grains = List.of(finestFirst);
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** As in ProviderName. */
    public String focusName() {
        return focusName;
    }

    /** The charge periods that it bills in, the shortest first. */
    public List<Granularity> granularities() {
        return grains.stream().map(Grain::granularity).toList();
    }

    /** The charge period of a bill with so many rows a month where nobody asks for one. */
    public Granularity granularity(long rows) {
        for (Grain grain : grains) {
            if (rows >= grain.fromRows) {
                return grain.granularity;
            }
        }
        return Granularity.MONTHLY;
    }
}
