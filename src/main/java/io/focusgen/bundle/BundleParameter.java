package io.focusgen.bundle;

import java.util.List;

import io.focusgen.spec.OwnParameter;
import io.focusgen.spec.ValueType;
import io.focusgen.stream.Format;

/** What a bundle is asked beside the parameters of its data set. */
public enum BundleParameter implements OwnParameter {
    FORMAT("format", ValueType.choice(Format.extensions()), Format.CSV.extension(), Format.PARQUET.extension(),
            "How the rows are written. The price list and the answer sheets are CSV."),
    LAYOUT("layout", ValueType.choice(Layout.labels()), Layout.MONTHLY.label(), Layout.HIVE.label(),
            "How the rows are dealt out to files: monthly has one for each provider and month, hive the same in a folder for"
                    + " each month below cost-and-usage, single has one for all."),
    PARTS("parts", new ValueType("whole number", "a whole number from 1 to " + BundleRequest.MOST_PARTS, List.of()),
            "1",
            "4",
            "Into how many parts of nearly equal rows each of these files is cut. Each part of CSV has its line of column"
                    + " names; with header=true only the first has, so that parts joined in order are the file, with false none.");

    private final Line line;

    BundleParameter(String label, ValueType type, String defaultValue, String example, String help) {
        line = new Line(label, type, defaultValue, example, help);
    }

    @Override
    public Line line() {
        return line;
    }
}
