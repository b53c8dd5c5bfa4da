package io.focusgen.conform;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is broken, counting everything and keeping the first examples. Drops what a skipped rule reports. */
final class Findings {

    private final Set<Rule> skipped;
    private final Map<Rule, Tally> tallies = new IdentityHashMap<>();

    Findings(Set<Rule> skipped) {
        this.skipped = skipped;
    }

    /** @param message made only where it is kept */
    void add(Rule rule, long row, Supplier<String> message) {
        add(rule, row, 1, message);
    }

    /** The same for so many places, of which this is the first. */
    void add(Rule rule, long row, long places, Supplier<String> message) {
        if (skipped.contains(rule)) {
            return;
        }
        Tally tally = tallies.computeIfAbsent(rule, first -> new Tally());
        tally.count += places;
        if (tally.examples.size() < Report.Finding.EXAMPLES) {
            tally.examples.add(new Report.Example(row, message.get()));
        }
    }

    Report report(long rows, Memory memory) {
        List<Report.Finding> findings = new ArrayList<>();
        List<Rule> notJudged = new ArrayList<>();
        List<Rule> partly = new ArrayList<>();
        for (Rule rule : Rule.all()) {
            Tally tally = tallies.get(rule);
            if (tally != null) {
                findings.add(new Report.Finding(rule, tally.count, tally.examples));
            }
            if (skipped.contains(rule)) {
                notJudged.add(rule);
            } else if (memory.isPartly(rule)) {
                partly.add(rule);
            }
        }
        return new Report(rows, findings, notJudged, partly);
    }

    private static final class Tally {
        long count;
        final List<Report.Example> examples = new ArrayList<>();
    }
}
