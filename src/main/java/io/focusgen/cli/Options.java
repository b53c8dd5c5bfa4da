package io.focusgen.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import io.focusgen.spec.Violation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of a verb: one per parameter, made from tables, and where and how to write. All values are read as text and as
 * often as given, so that what is wrong with them is said in our words and all at once.
 */
final class Options {

    static final String FORMAT = "--format";
    static final String OUT = "--out";
    private static final Pattern S3_ADDRESS = Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/(?=.{1,512}$)"
            + "[A-Za-z0-9_=-][A-Za-z0-9._=-]*(?:/[A-Za-z0-9_=-][A-Za-z0-9._=-]*)*");
    private static final Pattern S3_FOLDER = Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/(?=.{0,256}$)"
            + "(?:[A-Za-z0-9_=-][A-Za-z0-9._=-]*/)*");
    private static final String STANDARD_OUTPUT = "-";

    private final List<Violation> violations = new ArrayList<>();
    private final List<? extends Documented> parameters;
    private final ParseResult parsed;
    private @Nullable Map<String, List<String>> values;

    /** @param parameters those that were added to the verb */
    Options(ParseResult parsed, List<? extends Documented> parameters) {
        this.parsed = parsed;
        this.parameters = parameters;
        refuseUnknown();
    }

    static void addTo(CommandSpec command, List<? extends Documented> parameters) {
        for (Documented parameter : parameters) {
            String option = Documentation.option(parameter);
            OptionSpec.Builder named = text(option).paramLabel(labelOf(parameter.type()))
                    .description(Documentation.help(parameter).stream()
                            .map(line -> line.replace("%", "%%")).toArray(String[]::new));
            if (!parameter.type().choices().isEmpty()) {
                named.completionCandidates(parameter.type().choices());
            }
            command.addOption(named.build());
            Stream.concat(Stream.of(parameter.label()), parameter.otherNames().stream()).map(name -> "--" + name)
                    .filter(name -> !name.equals(option))
                    .forEach(name -> command.addOption(text(name).hidden(true).build()));
        }
    }

    /** What stands for the value in the help, e.g. {@code =N}. */
    private static String labelOf(ValueType type) {
        return switch (type.word()) {
            case "whole number" -> "N";
            case "decimal" -> "NUMBER";
            case "decimals" -> "NUMBERS";
            case "month" -> "YYYY-MM";
            case "day" -> "YYYY-MM-DD";
            case "shard" -> "K/N";
            case "document" -> "NAME|TEXT|@FILE";
            default -> type.word().toUpperCase(Locale.ROOT);
        };
    }

    /** @param what is written, e.g. {@code the rows} */
    static void addFormatTo(CommandSpec command, String what, List<String> formats) {
        command.addOption(text(FORMAT)
                .paramLabel("FORMAT").description("The format of " + what + ", whatever the name of the file.",
                        "Allowed: " + ValueType.choice(formats).allowed() + ".",
                        "Default: what the name after " + OUT + " ends in, as in x." + formats.get(formats.size() - 1)
                                + "; "
                                + formats.get(0) + " where there is no such end.")
                .completionCandidates(formats).build());
    }

    /** An option that is read with {@link #given}. @param label what stands for its value */
    static void addTextTo(CommandSpec command, String name, String label, List<String> choices, String... help) {
        OptionSpec.Builder option = text(name).paramLabel(label).description(help);
        if (!choices.isEmpty()) {
            option.completionCandidates(choices);
        }
        command.addOption(option.build());
    }

    /** An option without a value, asked for with {@link #isGiven}. */
    static void addFlagTo(CommandSpec command, String name, String... help) {
        command.addOption(OptionSpec.builder(name).arity("0").description(help).build());
    }

    static void addOutTo(CommandSpec command) {
        addOutTo(command, "");
    }

    /** @param more that can be written to, a sentence with a space behind it; empty for nothing */
    static void addOutTo(CommandSpec command, String more) {
        command.addOption(text(OUT).auxiliaryTypes(File.class).paramLabel("FILE").description(
                "Where to write: a file, which appears when it is whole; s3://bucket/key, an object that does;"
                        + " or - for standard output. " + more
                        + "How a bucket is reached say AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,"
                        + " AWS_REGION (us-east-1 where it says nothing) and, for other servers than Amazon's, S3_ENDPOINT"
                        + " and S3_PATH_STYLE.",
                "Default: -").build());
    }

    /** Words without an option; a verb that takes none has them too, to refuse them in our words. */
    static void addWordsTo(CommandSpec command, String label, String help) {
        addWordsTo(command, label, help, List.of());
    }

    /** @param choices what such a word may be, for a shell to complete */
    static void addWordsTo(CommandSpec command, String label, String help, List<String> choices) {
        addWordsTo(command, label, help.isEmpty() ? List.of() : List.of(help), choices);
    }

    /**
     * The same, with more to say.
     *
     * @param help lines; none hides the words
     */
    static void addWordsTo(CommandSpec command, String label, List<String> help, List<String> choices) {
        PositionalParamSpec.Builder words = PositionalParamSpec.builder().paramLabel(label).arity("0..*")
                .type(List.class).auxiliaryTypes(String.class).description(help.toArray(String[]::new))
                .hidden(help.isEmpty());
        if (!choices.isEmpty()) {
            words.completionCandidates(choices);
        }
        command.addPositional(words.build());
    }

    private static OptionSpec.Builder text(String... names) {
        return OptionSpec.builder(names).arity("1").type(List.class).auxiliaryTypes(String.class);
    }

    /** Values by parameter name, as given. A file is read once: it may be a pipe. */
    Map<String, List<String>> parameters() {
        if (values == null) {
            values = read();
        }
        return values;
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName().substring(2);
            if (isParameter(name)) {
                List<String> values = JobIndex.read(name,
                        DocumentFile.read(name, option.originalStringValues(), violations::add),
                        System.getenv(JobIndex.VARIABLE), violations::add);
                if (!values.isEmpty()) {
                    raw.put(name, values);
                }
            }
        }
        return raw;
    }

    private boolean isParameter(String name) {
        String plain = Spelling.plain(name);
        return parameters.stream().flatMap(parameter -> Stream.concat(Stream.of(parameter.label()),
                parameter.otherNames().stream())).anyMatch(known -> Spelling.plain(known).equals(plain));
    }

    private void refuseUnknown() {
        List<String> names = parsed.commandSpec().options().stream().filter(option -> !option.hidden())
                .map(OptionSpec::longestName).toList();
        for (String unknown : parsed.unmatched()) {
            int equals = unknown.indexOf('=');
            String name = equals < 0 ? unknown : unknown.substring(0, equals);
            List<String> verbs = VerbOptions.verbsWith(name);
            if (verbs.isEmpty()) {
                refuse(name, equals < 0 ? null : unknown.substring(equals + 1), "There is no such option.",
                        Spelling.nearest(name, names).orElse(null));
            } else {
                refuse(name, equals < 0 ? null : unknown.substring(equals + 1), "This verb has no such option; "
                        + String.join(", ", verbs) + (verbs.size() == 1 ? " has." : " have."), null);
            }
        }
    }

    /** Whether there was no unknown option; if there was, a word that belongs to no option may have been its value. */
    boolean allKnown() {
        return parsed.unmatched().isEmpty();
    }

    /** Words without an option, in order. */
    List<String> words() {
        return parsed.matchedPositionals().stream().distinct()
                .flatMap(positional -> positional.originalStringValues().stream()).toList();
    }

    void refuseWords() {
        if (allKnown()) {
            words().forEach(word -> refuse(word, null, "There is nothing that this word could say.", null));
        }
    }

    /** One of the formats by its extension: the one asked for, else the one of the file's name, else the first. */
    String format(List<String> formats) {
        if (parsed.matchedOption(FORMAT) == null) {
            return formatOfName(formats);
        }
        String given = one(FORMAT, formats.get(0));
        if (formats.contains(given)) {
            return given;
        }
        refuse(FORMAT, given, "Must be " + ValueType.choice(formats).allowed() + ".",
                Spelling.nearest(given, formats).orElse(null));
        return formats.get(0);
    }

    /** Refuses the name of a file that promises something else than the one format there is. */
    void refuseOtherEndings(String format) {
        String out = givenOut();
        NameEnding ending = NameEnding.of(out);
        if (ending.isThere() && ending.format(List.of(format)).isEmpty()) {
            refuse(OUT, out, "Must end in ." + format + ".", out.substring(0, out.lastIndexOf('.') + 1) + format);
        }
    }

    private String givenOut() {
        @Nullable
        OptionSpec option = parsed.matchedOption(OUT);
        return option == null ? STANDARD_OUTPUT : option.originalStringValues().get(0);
    }

    private String formatOfName(List<String> formats) {
        String out = givenOut();
        NameEnding ending = NameEnding.of(out);
        String format = ending.format(formats).orElse(formats.get(0));
        if (ending.isThere() && ending.format(formats).isEmpty()) {
            refuse(OUT, out, "Must end in " + ValueType.choice(formats).allowed() + ", or " + FORMAT + " must say how "
                    + "to write it.",
                    ending.nearest(formats).map(name -> out.substring(0, out.length() - ending.name().length()) + name)
                            .orElse(null));
        }
        return format;
    }

    /** {@code -}, the name of a file, or a valid {@code s3://bucket/key}. */
    String out() {
        String out = one(OUT, STANDARD_OUTPUT);
        boolean s3 = out.startsWith(Target.S3);
        if (s3 && !S3_ADDRESS.matcher(out).matches()) {
            refuse(OUT, out,
                    "Must be s3://bucket/key: a bucket has 3 to 63 small letters, digits, . and -; a key has letters,"
                            + " digits and . _ - = with slashes between, no part beginning with a dot, at most 512 characters.",
                    null);
        } else if (!s3 && (out.isBlank() || out.contains("://") || !isPath(out))) {
            refuse(OUT, out, "Must be the name of a file, s3://bucket/key, or - for standard output.", null);
        }
        return out;
    }

    /** Whether a folder is asked for. */
    boolean isOutFolder() {
        return Folder.isNamedBy(givenOut());
    }

    /** The name of a folder, or a valid {@code s3://bucket/prefix/}. Only where {@link #isOutFolder}. */
    String outFolder() {
        String out = one(OUT, STANDARD_OUTPUT);
        boolean s3 = out.startsWith(Target.S3);
        if (s3 && !S3_FOLDER.matcher(out).matches()) {
            refuse(OUT, out,
                    "Must be s3://bucket/prefix/: a bucket has 3 to 63 small letters, digits, . and -; a prefix has letters,"
                            + " digits and . _ - = with slashes between, no part beginning with a dot, at most 256 characters.",
                    null);
        } else if (!s3 && (out.contains("://") || !isPath(out))) {
            refuse(OUT, out, "Must be the name of a folder or of a zip file, s3://bucket/prefix/, s3://bucket/key, or -"
                    + " for standard output.", null);
        }
        return out;
    }

    private static boolean isPath(String out) {
        try {
            return Path.of(out).getFileName() != null;
        } catch (InvalidPathException invalid) {
            return false;
        }
    }

    /** The value of an option, empty where it was not given. */
    Optional<String> given(String name) {
        return parsed.matchedOption(name) == null ? Optional.empty() : Optional.of(one(name, ""));
    }

    /** Whether an option without a value was given. */
    boolean isGiven(String name) {
        return parsed.hasMatchedOption(name);
    }

    private String one(String name, String absent) {
        @Nullable
        OptionSpec option = parsed.matchedOption(name);
        List<String> given = option == null ? List.of(absent) : option.originalStringValues();
        if (given.size() > 1) {
            refuse(name, String.join(", ", given), "Must be given once.", null);
        }
        return given.get(0);
    }

    void refuse(String field, @Nullable String value, String message, @Nullable String nearest) {
        violations.add(new Violation(field, value, message, nearest));
    }

    /**
     * What a reader makes of the parameters.
     *
     * @throws RefusedException with everything wrong with them and with the other options
     */
    <T> T done(Supplier<T> reader) {
        T read = null;
        try {
            read = reader.get();
        } catch (RefusedException refused) {
            violations.addAll(refused.violations());
        }
        if (read == null || !violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return read;
    }
}
