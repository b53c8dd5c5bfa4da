package io.focusgen.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.Parameter;
import io.focusgen.spec.Violation;

/** The shard of a Pod of an Indexed Job: {@code index/64}, where Kubernetes has said which of them this one is. */
final class JobIndex {

    /** Set by Kubernetes in every Pod of such a Job: 0 for the first. */
    static final String VARIABLE = "JOB_COMPLETION_INDEX";

    /** What stands in the place of a number. */
    static final String WORD = "index/";

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    private JobIndex() {
    }

    /**
     * The values of an option, with the number of the shard in the place of the word; none where nobody has said it.
     *
     * @param index what the variable says; null where it is not set
     */
    static List<String> read(String name, List<String> values, @Nullable String index, Consumer<Violation> refusal) {
        if (Parameter.byName(name).filter(Parameter.SHARD::equals).isEmpty()
                || values.stream().noneMatch(value -> value.startsWith(WORD))) {
            return values;
        }
        if (index == null || !INDEX.matcher(index).matches()) {
            refusal.accept(new Violation(name, values.get(0), "Must be k/n where " + VARIABLE + " is no number from 0"
                    + " on: Kubernetes sets it for each Pod of an Indexed Job.", null));
            return List.of();
        }
        long shard = Long.parseLong(index) + 1;
        return values.stream()
                .map(value -> value.startsWith(WORD) ? shard + "/" + value.substring(WORD.length()) : value).toList();
    }
}
