package io.focusgen.bundle;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.OwnParameters;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.Shard;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.Format;
import io.focusgen.stream.FormatOptions;

/** Reads the raw parameters of a bundle: its own, and those of its data set as everywhere. */
public final class BundleReader {

    private final OwnParameters<BundleParameter> own;
    private final String whole;
    private final int mostFiles;

    private BundleReader(OwnParameters<BundleParameter> own, String whole, int mostFiles) {
        this.own = own;
        this.whole = whole;
        this.mostFiles = mostFiles;
    }

    /**
     * The bundle that {@code raw} asks for. Without any parameter of a data set it is of the one that a bare request means.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static BundleRequest read(Map<String, List<String>> raw, Defaults defaults) {
        return read(raw, defaults, List.of(), "a bundle", BundleRequest.MOST_FILES);
    }

    /**
     * As {@link #read}, where there are also parameters of other names.
     *
     * @param others their names, which {@code raw} does not have, but may have meant
     * @param whole what the files make together, e.g. {@code a job}
     * @param mostFiles of rows that it may have, at most {@link BundleRequest#MOST_FILES}
     */
    public static BundleRequest read(Map<String, List<String>> raw, Defaults defaults, List<String> others,
            String whole, int mostFiles) {
        OwnParameters<BundleParameter> own = new OwnParameters<>(List.of(BundleParameter.values()), raw);
        return new BundleReader(own, whole, mostFiles).read(defaults, others);
    }

    private BundleRequest read(Defaults defaults, List<String> others) {
        List<String> names = Stream.concat(own.labels().stream(), others.stream()).toList();
        Format format = own.choice(BundleParameter.FORMAT, Format.CSV, Format::extension, List.of(Format.values()));
        Layout layout = own.choice(BundleParameter.LAYOUT, Layout.MONTHLY, Layout::label, List.of(Layout.values()));
        int parts = (int) own.whole(BundleParameter.PARTS, 1, 1, BundleRequest.MOST_PARTS);
        ResolvedSpec dataset = own.dataset(raw -> headed(FormatOptions.read(format, raw,
                () -> SpecReader.resolve(raw, defaults, names)), raw, format, parts));
        if (dataset != null) {
            refuseShard(dataset.spec().shard(), layout, parts);
            refuseFiles(dataset, layout, parts);
        }
        return new BundleRequest(own.done(dataset), format, layout, parts);
    }

    /** Parts are read one by one or as a folder, in any order: each says what its columns are, unless it is said otherwise. */
    private static ResolvedSpec headed(ResolvedSpec dataset, Map<String, List<String>> raw, Format format, int parts) {
        boolean said = raw.keySet().stream()
                .anyMatch(name -> Parameter.byName(name).filter(Parameter.HEADER::equals).isPresent());
        if (said || parts == 1 || !format.has(Parameter.HEADER)) {
            return dataset;
        }
        DatasetSpec spec = dataset.spec();
        return new ResolvedSpec(spec.with(spec.text().with(HeaderLines.EACH)), dataset.monthFromClock(),
                dataset.seedFromChance());
    }

    private void refuseShard(Shard shard, Layout layout, int parts) {
        if (!shard.equals(Shard.WHOLE) && layout != Layout.SINGLE) {
            own.refuse("shard", shard.toString(), "Must be " + Shard.WHOLE + " where the layout is " + layout.label()
                    + "; layout single has a file of any shard.", Shard.WHOLE.toString());
        } else if (!shard.equals(Shard.WHOLE) && parts > 1) {
            own.refuse("shard", shard.toString(), "Must be " + Shard.WHOLE + " where there are several parts: these are"
                    + " the shards.", Shard.WHOLE.toString());
        }
    }

    private void refuseFiles(ResolvedSpec dataset, Layout layout, int parts) {
        int each = layout == Layout.SINGLE ? 1 : dataset.spec().providers().size() * dataset.spec().months();
        int most = Math.max(1, mostFiles / each);
        if (parts > most) {
            own.refuse("parts", Integer.toString(parts),
                    "Must be at most " + most + " for so many months and providers: " + whole
                            + " has at most " + mostFiles + " files of rows.",
                    Integer.toString(most));
        }
    }
}
