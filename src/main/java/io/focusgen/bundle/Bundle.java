package io.focusgen.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Dataset;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.FileNames;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.ServicePaths;
import io.focusgen.spec.Shard;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.Sheet;

/**
 * All files of a request: rows, price list, answer sheets, in this order, and the manifest that goes behind them. Each has the
 * very bytes that the service gives at its canonical URL. The data set is planned once, when the first file is asked for its
 * rows or opened; files are views of that plan. Thread-safe.
 */
public final class Bundle {

    /** Of all files in one. */
    public static final String MEDIA_TYPE = "application/zip";

    /** Of the manifest, which is the last file. */
    public static final String MANIFEST = "manifest.json";

    /** Of the manifest. */
    public static final String MANIFEST_TYPE = "application/json";

    private static final String PRICE_LIST = "price-list.csv";
    private static final String TRUTH = "truth/";

    /** What a reader of folders takes for the table: nothing else lies in it. */
    private static final String TABLE = Dataset.COST_AND_USAGE.label() + "/";

    private final BundleRequest request;
    private final DatasetSpec spec;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();

    // guarded by this
    private @Nullable PlannedExport planned;

    private Bundle(BundleRequest request) {
        this.request = request;
        spec = request.dataset().spec();
        for (Sheet sheet : Sheet.values()) {
            try {
                sheet.require(spec.whole());
                sheets.add(sheet);
            } catch (RefusedException tooLarge) {
                leftOut.add(new LeftOut(nameOf(sheet), tooLarge.violations().get(0).message()));
            }
        }
    }

    /** The files of a request. Takes microseconds: plans nothing. */
    public static Bundle of(BundleRequest request) {
        return new Bundle(request);
    }

    /**
     * The same for a request that is known to be resolved.
     *
     * @param parts 1 to {@link BundleRequest#MOST_PARTS}
     */
    public static Bundle of(DatasetSpec spec, Format format, Layout layout, int parts) {
        return new Bundle(new BundleRequest(new ResolvedSpec(spec, false, false), format, layout, parts));
    }

    /** What they are the files of. */
    public BundleRequest request() {
        return request;
    }

    /**
     * Plans the data set, and finds whatever would stand against making one of its files. Takes milliseconds of CPU, more with
     * thousands of files: never call it on an event loop.
     *
     * @throws RefusedException where the request cannot be met, or a file has fewer blocks than it shall have parts
     */
    public void plan() {
        PlannedExport whole = whole();
        long most = Long.MAX_VALUE;
        long rows = 0;
        for (DatasetSpec file : dataFiles().toList()) {
            PlannedExport export = whole.part(file);
            most = Math.min(most, export.mostShards());
            rows = Math.max(rows, export.rows());
        }
        String parts = Integer.toString(request.parts());
        if (request.parts() > most) {
            throw refused(parts, "Must be at most " + most + " for this data set.", most);
        }
        long least = request.format().leastShards(rows);
        if (request.parts() < least) {
            throw refused(parts, "Must be at least " + least + ": a file in this format does not hold so many rows.",
                    Math.min(least, most));
        }
    }

    /**
     * How large the files of rows will be: the bytes of a row are measured for each provider at some rows of the first month.
     * Encodes some blocks of each provider, besides what {@link #plan} does: never call it on an event loop.
     */
    public BundleSize size() {
        PlannedExport whole = whole();
        long rows = 0;
        double bytes = 0;
        double largest = 0;
        for (BillSpec bill : spec.bills()) {
            double each = whole.part(spec.month(bill, spec.firstMonth())).bytesPerRow(request.format());
            for (BillingMonth month : months().toList()) {
                long ofMonth = whole.part(spec.month(bill, month)).rows();
                rows += ofMonth;
                bytes += ofMonth * each;
                largest = Math.max(largest, ofMonth * each / request.parts());
            }
        }
        if (request.layout() == Layout.SINGLE) {
            long ofFile = whole.part(spec).rows();
            bytes *= ofFile / (double) rows;
            rows = ofFile;
            largest = bytes / request.parts();
        }
        return new BundleSize(rows, Math.round(bytes), Math.round(largest));
    }

    /** Exact data rows of all files. Plans: never call it on an event loop. */
    public long rows() {
        PlannedExport whole = whole();
        return dataFiles().mapToLong(file -> whole.part(file).rows()).sum();
    }

    private static RefusedException refused(String parts, String message, long nearest) {
        return new RefusedException(List.of(new Violation(BundleParameter.PARTS.label(), parts, message,
                Long.toString(nearest))));
    }

    private synchronized PlannedExport whole() {
        PlannedExport export = planned;
        if (export == null) {
            export = PlannedExport.of(spec.whole());
            planned = export;
        }
        return export;
    }

    /** All but the manifest, made as they are asked for. Rows first, ascending by provider, month and part. */
    public Stream<BundleFile> stream() {
        return listed().map(file -> file);
    }

    private Stream<ListedFile> listed() {
        return Stream.of(dataFiles().flatMap(this::parts), Stream.of(priceList()), sheets.stream().map(this::sheet))
                .flatMap(files -> files);
    }

    /** As {@link #stream}. */
    public List<BundleFile> files() {
        return stream().toList();
    }

    /** Before they are cut into parts. */
    private Stream<DatasetSpec> dataFiles() {
        return request.layout() == Layout.SINGLE
                ? Stream.of(spec)
                : spec.bills().stream().flatMap(bill -> months().map(month -> spec.month(bill, month)));
    }

    private Stream<BillingMonth> months() {
        return IntStream.range(0, spec.months()).mapToObj(i -> spec.firstMonth().plus(i));
    }

    private Stream<ListedFile> parts(DatasetSpec file) {
        String folder = request.layout() == Layout.HIVE ? TABLE + "billing_period=" + file.firstMonth() + "/" : "";
        return request.parts() == 1
                ? Stream.of(new RowsFile(folder, file, request.format(), this::whole))
                : IntStream.rangeClosed(1, request.parts()).mapToObj(part -> new RowsFile(folder,
                        file.part(new Shard(part, request.parts())), request.format(), this::whole));
    }

    private ListedFile priceList() {
        return new TableFile(PRICE_LIST, FileKind.PRICE_LIST, ServicePaths.priceList(), spec,
                () -> new PriceListBlocks(PriceList.of(spec, TableFormat.CSV)));
    }

    private ListedFile sheet(Sheet sheet) {
        return new TableFile(nameOf(sheet), FileKind.ANSWER_SHEET,
                ServicePaths.sheet(sheet.label(), TableFormat.CSV.extension()), spec,
                () -> whole().sheet(sheet, TableFormat.CSV));
    }

    private static String nameOf(Sheet sheet) {
        return TRUTH + sheet.label() + '.' + TableFormat.CSV.extension();
    }

    /** What all of it in one file is called, e.g. {@code aws-bundle-2026-01.zip}. */
    public String fileName() {
        return FileNames.about(spec, "bundle", "zip");
    }

    /**
     * The text of the manifest: JSON in ASCII.
     *
     * @param written all files of {@link #files()}, in order
     */
    public String manifest(List<WrittenFile> written) {
        Map<String, ListedFile> files = listed().collect(Collectors.toMap(BundleFile::name, file -> file));
        return Manifest.text(request, files, written, leftOut);
    }
}
