package io.focusgen.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the raw parameters of a preview: its own, and those of its data set as everywhere. */
public final class PreviewReader {

    private final Map<PreviewParameter, List<String>> own = new EnumMap<>(PreviewParameter.class);
    private final List<Violation> violations = new ArrayList<>();

    private PreviewReader() {
    }

    /**
     * The preview that {@code raw} asks for. Without any parameter of a data set it is of the one that a bare request means.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static PreviewSpec read(Map<String, List<String>> raw, Defaults defaults) {
        return new PreviewReader().resolve(raw, defaults);
    }

    private PreviewSpec resolve(Map<String, List<String>> raw, Defaults defaults) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        raw.forEach((name, given) -> PreviewParameter.byName(name).ifPresentOrElse(
                parameter -> own.computeIfAbsent(parameter, none -> new ArrayList<>()).addAll(given),
                () -> others.put(name, given)));
        ResolvedSpec dataset = null;
        try {
            dataset = SpecReader.resolve(others, defaults, PreviewParameter.labels());
        } catch (RefusedException refused) {
            violations.addAll(refused.violations());
        }
        long offset = one(PreviewParameter.OFFSET, 0L, text -> Numbers.whole(text, 0, Long.MAX_VALUE));
        int limit = one(PreviewParameter.LIMIT, PreviewSpec.DEFAULT_ROWS,
                text -> (int) Numbers.whole(text, 0, PreviewSpec.MOST_ROWS));
        boolean summaries = one(PreviewParameter.SUMMARIES, true, PreviewReader::flag);
        if (dataset == null || !violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return new PreviewSpec(dataset, offset, limit, summaries);
    }

    private static boolean flag(String text) throws WrongValue {
        List<String> labels = PreviewParameter.SUMMARIES.type().choices();
        Optional<String> match = Spelling.match(text, labels);
        if (match.isEmpty()) {
            throw new WrongValue(Spelling.nearest(text, labels).orElse(null));
        }
        return match.get().equals("true");
    }

    private <T> T one(PreviewParameter parameter, T absent, GivenParameters.Reading<? extends T> reading) {
        List<String> given = own.get(parameter);
        if (given == null) {
            return absent;
        }
        String text = String.join(", ", given);
        if (given.size() != 1) {
            violations.add(new Violation(parameter.label(), text, "Must be given once.", null));
            return absent;
        }
        try {
            if (!text.isBlank()) {
                return reading.read(text);
            }
            violations.add(new Violation(parameter.label(), text, must(parameter), null));
        } catch (WrongValue wrong) {
            violations.add(new Violation(parameter.label(), text, must(parameter), wrong.nearest()));
        }
        return absent;
    }

    private static String must(PreviewParameter parameter) {
        return "Must be " + parameter.type().allowed() + ".";
    }
}
