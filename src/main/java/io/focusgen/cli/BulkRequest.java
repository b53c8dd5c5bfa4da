package io.focusgen.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Dataset;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.Shard;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import io.focusgen.stream.Format;
import io.focusgen.stream.FormatOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code bulk} was asked for.
 *
 * @param step what is to be done now
 * @param dataset what is written
 * @param spec which; with the step {@code PART} its shard is the part, else the first one
 * @param format how it is written
 * @param out the folder of all parts, with a slash at its end
 * @param parallelism Pods at once, at least 1
 * @param image that the Pods run
 */
record BulkRequest(Step step, Dataset dataset, DatasetSpec spec, Format format, String out, int parallelism,
        String image) {

    /** What can be done about a bulk export. */
    enum Step {
        /** Print the Job. */
        PRINT,
        /** Write one part, and the manifest where it is the last one missing. */
        PART,
        /** Write the manifest, if all parts are there. */
        FINISH
    }

    static final List<Parameter> PARAMETERS = List.of(Parameter.values());

    /** Receipts are listed, a thousand with each call, by whoever writes a part. */
    static final int MOST_SHARDS = 10_000;

    private static final int USUAL_PARALLELISM = 16;
    private static final String USUAL_IMAGE = "focus-generator:" + GeneratorVersion.CURRENT;

    static final String SHARDS = "--shards";
    private static final String SHARD = "--shard";
    private static final String FINISH = "--finish";
    private static final String PARALLELISM = "--parallelism";
    private static final String IMAGE = "--image";
    private static final String DATASET = "DATASET";
    private static final ValueType DATASETS = ValueType.choice(Dataset.labels());
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern IMAGE_NAME = Pattern
            .compile("[a-z0-9][A-Za-z0-9._:/-]{0,180}(@sha256:[0-9a-f]{64})?");

    static void addTo(CommandSpec command) {
        Options.addWordsTo(command, DATASET, "What to write: " + DATASETS.allowed() + ".", Dataset.labels());
        Options.addTextTo(command, SHARDS, "N", List.of(), "How many parts, each written by a Pod of its own.",
                "Allowed: a whole number from 1 to " + MOST_SHARDS + ", and not more than the data set has blocks.");
        Options.addTextTo(command, PARALLELISM, "N", List.of(), "How many Pods at once.",
                "Allowed: a whole number from 1 to the number of parts.", "Default: all, at most " + USUAL_PARALLELISM);
        Options.addTextTo(command, IMAGE, "IMAGE", List.of(), "The image that the Pods run.",
                "Default: " + USUAL_IMAGE);
        Options.addFlagTo(command, FINISH,
                "Write the manifest, if all parts are there; whoever writes the last part does"
                        + " so anyway.");
        Options.addTo(command, PARAMETERS);
        Options.addFormatTo(command, "the parts", Format.extensions());
        Options.addOutTo(command, "All parts go into a folder: a name with a slash at its end, or s3://bucket/prefix/,"
                + " which a Job has to have. ");
    }

    /**
     * What the arguments ask for.
     *
     * @throws io.focusgen.spec.RefusedException with everything wrong at once
     */
    static BulkRequest read(ParseResult parsed, Defaults defaults) {
        Options options = new Options(parsed, PARAMETERS);
        Dataset dataset = dataset(options);
        Format format = Format.byExtension(options.format(Format.extensions())).orElseThrow();
        Step step = step(options);
        String out = out(options, step);
        int shards = number(options, SHARDS, MOST_SHARDS, 1);
        int parallelism = number(options, PARALLELISM, shards, Math.min(shards, USUAL_PARALLELISM));
        String image = options.given(IMAGE).orElse(USUAL_IMAGE);
        if (!IMAGE_NAME.matcher(image).matches()) {
            options.refuse(IMAGE, image,
                    "Must be the name of an image such as registry.example.com/focus-generator:1.0.0.",
                    null);
        }
        Map<String, List<String>> raw = options.parameters();
        refuseChance(options, raw, step);
        DatasetSpec spec = options.done(() -> FormatOptions.resolve(format, raw, defaults).spec());
        return new BulkRequest(step, dataset, step == Step.PART ? spec : spec.part(new Shard(1, shards)), format, out,
                parallelism, image);
    }

    private static Dataset dataset(Options options) {
        List<String> words = options.words();
        String given = String.join(" ", words);
        if (options.allKnown() && !words.isEmpty() && (words.size() > 1 || Dataset.byLabel(given).isEmpty())) {
            options.refuse(DATASET, given, "Must be " + DATASETS.allowed() + ".",
                    Spelling.nearest(given, Dataset.labels()).orElse(null));
        }
        return words.stream().findFirst().flatMap(Dataset::byLabel).orElse(Dataset.COST_AND_USAGE);
    }

    private static Step step(Options options) {
        boolean part = options.given(SHARD).isPresent();
        if (part == options.given(SHARDS).isPresent()) {
            options.refuse(SHARDS, options.given(SHARDS).orElse(null), "Must say into how many parts; or " + SHARD
                    + " says k/n, which one to write now. One of the two.", null);
        }
        if (part && options.isGiven(FINISH)) {
            options.refuse(FINISH, null, "Must be with " + SHARDS + ": there is nothing to finish with one part.",
                    null);
        }
        return part ? Step.PART : options.isGiven(FINISH) ? Step.FINISH : Step.PRINT;
    }

    private static String out(Options options, Step step) {
        @Nullable
        String given = options.given(Options.OUT).orElse(null);
        if (given == null || !given.endsWith("/")) {
            options.refuse(Options.OUT, given,
                    "Must be where the parts go: a folder, s3://bucket/prefix/ with a slash at"
                            + " its end.",
                    given == null || given.equals("-") ? null : given + "/");
            return "";
        }
        if (step == Step.PRINT && !given.startsWith(Target.S3)) {
            options.refuse(Options.OUT, given, "Must be s3://bucket/prefix/: the disk of a Pod is gone with it.", null);
        }
        return options.outFolder();
    }

    private static int number(Options options, String name, int most, int absent) {
        @Nullable
        String given = options.given(name).orElse(null);
        if (given == null) {
            return absent;
        }
        if (!NUMBER.matcher(given).matches() || Integer.parseInt(given) > most) {
            options.refuse(name, given, "Must be a whole number from 1 to " + most + ".", null);
            return absent;
        }
        return Integer.parseInt(given);
    }

    /** Each process would draw another seed. */
    private static void refuseChance(Options options, Map<String, List<String>> raw, Step step) {
        boolean random = raw.getOrDefault(Parameter.SEED.label(), List.of()).stream()
                .anyMatch(value -> Spelling.plain(value).equals("random"));
        if (random && step != Step.PRINT) {
            options.refuse("--seed", "random", "Must be a number: every part is written by another process.", null);
        }
    }
}
