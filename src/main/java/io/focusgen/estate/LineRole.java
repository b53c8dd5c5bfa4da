package io.focusgen.estate;

/** How a line of a blueprint turns money into a quantity. */
public enum LineRole {
    /** One machine or disk that is always there; its SKU is chosen from the ladder by money. */
    SIZED(true),
    /** Something that is always there and charged by the hour, day or month, at one price. */
    CLOCK(false),
    /** Any whole number of something that is always there, at one price: nodes, shards, throughput units, seats. */
    UNITS(false),
    /** Any whole number of machines of one size that are always there; size and number are chosen by money. */
    CLUSTER(true),
    /** One machine that is paused while nobody needs it: little money lets it run for a part of every hour. */
    PAUSABLE(true),
    /** A group of machines that grows and shrinks: instance-hours of any fraction. */
    FLEET(true),
    /** One price, any quantity. */
    ELASTIC(false),
    /** Costs nothing; the quantity is there because bills show it. */
    ZERO(false),
    /** Several tiers; the quantity is pooled over the billing account. */
    TIERED(false),
    /** A group of machines that a reservation covers. */
    USAGE_ANCHOR(true),
    /** A group of machines that a savings plan covers. */
    SPEND_ANCHOR(true),
    /** What a covered group of machines runs beyond its commitment, in busy hours; no table has it. */
    OVERAGE(true),
    /** Machines at spot prices. */
    SPOT(true);

    private final boolean ladder;

    LineRole(boolean ladder) {
        this.ladder = ladder;
    }

    /** Whether the line names a ladder; otherwise it names a single SKU. */
    public boolean hasLadder() {
        return ladder;
    }

    public boolean isAnchor() {
        return this == USAGE_ANCHOR || this == SPEND_ANCHOR;
    }

    /** Whether there is a whole number of it, so that its price comes in steps and others take what is left. */
    public boolean isWhole() {
        return this == SIZED || this == CLOCK || this == UNITS || this == CLUSTER || this == PAUSABLE;
    }

    /** Whether there may be several of it. */
    public boolean isSeveral() {
        return this == UNITS || this == CLUSTER;
    }

    /** Whether it can take any amount of money. */
    public boolean isElastic() {
        return this == FLEET || this == ELASTIC;
    }
}
