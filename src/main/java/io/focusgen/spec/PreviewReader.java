package io.focusgen.spec;

import java.util.List;
import java.util.Map;

/** Reads the raw parameters of a preview: its own, and those of its data set as everywhere. */
public final class PreviewReader {

    private PreviewReader() {
    }

    /**
     * The preview that {@code raw} asks for. Without any parameter of a data set it is of the one that a bare request means.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static PreviewSpec read(Map<String, List<String>> raw, Defaults defaults) {
        OwnParameters<PreviewParameter> own = new OwnParameters<>(List.of(PreviewParameter.values()), raw);
        ResolvedSpec dataset = own.dataset(others -> SpecReader.resolve(others, defaults, own.labels()));
        long offset = own.whole(PreviewParameter.OFFSET, 0, 0, Long.MAX_VALUE);
        long limit = own.whole(PreviewParameter.LIMIT, PreviewSpec.DEFAULT_ROWS, 0, PreviewSpec.MOST_ROWS);
        boolean summaries = own.choice(PreviewParameter.SUMMARIES, true, choice -> Boolean.toString(choice),
                List.of(true, false));
        return new PreviewSpec(own.done(dataset), offset, (int) limit, summaries);
    }
}
