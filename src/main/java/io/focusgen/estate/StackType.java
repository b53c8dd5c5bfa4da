package io.focusgen.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One variant of an architecture: the resources of an application, resolved for each fate of its anchors. */
public final class StackType {

    private final Architecture architecture;
    private final Loads loads;
    private final Kit[][] kits = new Kit[Anchors.values().length][];
    private final int[] rows;
    private final Tally[][] upTo = new Tally[Anchors.values().length][];

    StackType(Architecture architecture, List<Map<Anchors, Kit>> byBlueprint) {
        this.architecture = architecture;
        loads = Loads.of(architecture.kind());
        for (Anchors anchors : Anchors.values()) {
            kits[anchors.ordinal()] = architecture.slots().stream()
                    .map(slot -> byBlueprint.get(slot.index()).get(anchors)).toArray(Kit[]::new);
        }
        rows = Arrays.stream(kits[0]).mapToInt(kit -> kit.lines().stream().mapToInt(Kit.Line::rows).sum()).toArray();
    }

    /** Sums up, once all tiered SKUs are known. */
    void sum(int tiered) {
        for (int fate = 0; fate < kits.length; fate++) {
            upTo[fate] = new Tally[kits[fate].length + 1];
            for (int slots = 0; slots < upTo[fate].length; slots++) {
                Tally tally = new Tally(tiered);
                for (int slot = 0; slot < slots; slot++) {
                    tally.add(kits[fate][slot]);
                }
                upTo[fate][slots] = tally;
            }
        }
    }

    Architecture architecture() {
        return architecture;
    }

    /** When its lines are used. */
    Loads loads() {
        return loads;
    }

    /** Resources of a whole stack. */
    public int slots() {
        return kits[0].length;
    }

    /** Rows of a charge period that a resource has, whatever becomes of its anchors. */
    int rows(int slot) {
        return rows[slot];
    }

    public Kit kit(int slot, Anchors anchors) {
        return kits[anchors.ordinal()][slot];
    }

    /** What the first {@code slots} resources of a stack of size 1 add up to. */
    public Tally upTo(int slots, Anchors anchors) {
        return upTo[anchors.ordinal()][slots];
    }
}
