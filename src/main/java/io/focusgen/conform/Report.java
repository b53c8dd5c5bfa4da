package io.focusgen.conform;

import java.util.List;

/**
 * What a data set was found to be.
 *
 * @param rows how many rows were read
 * @param findings the broken rules, in the order of {@link Rule#all()}
 * @param skipped the rules that were not judged: a column they need is absent, or an option leaves them out
 * @param partly the rules that were not judged on all rows, because {@link Options#memory()} was used up
 */
public record Report(long rows, List<Finding> findings, List<Rule> skipped, List<Rule> partly) {

    public Report {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
        partly = List.copyOf(partly);
    }

    /** Whether no judged rule is broken. */
    public boolean clean() {
        return findings.isEmpty();
    }

    /**
     * A broken rule.
     *
     * @param count how often it is broken, at least 1
     * @param examples the first of them, at most {@link #EXAMPLES}
     */
    public record Finding(Rule rule, long count, List<Example> examples) {

        /** Enough to see a pattern, few enough to read. */
        public static final int EXAMPLES = 5;

        public Finding {
            examples = List.copyOf(examples);
        }
    }

    /**
     * One place where a rule is broken.
     *
     * @param row the number of the row, 1 for the first after the header; 0 for the header or the data set as a whole
     * @param message the offending values
     */
    public record Example(long row, String message) {
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(rows).append(" rows, ");
        text.append(findings.isEmpty() ? "clean" : findings.size() + " rules broken");
        text.append(", ").append(skipped.size()).append(" rules skipped");
        text.append(partly.isEmpty() ? "" : ", " + partly.size() + " judged in part");
        for (Finding finding : findings) {
            text.append("\n").append(finding.rule().id()).append(" × ").append(finding.count()).append(": ");
            text.append(finding.rule().sentence());
            for (Example example : finding.examples()) {
                text.append("\n    row ").append(example.row()).append(": ").append(example.message());
            }
        }
        return text.toString();
    }
}
