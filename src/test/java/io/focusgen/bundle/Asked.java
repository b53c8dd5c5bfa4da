package io.focusgen.bundle;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.http.request.Query;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ServicePaths;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;

/** Bundles as they are asked for, and what the service gives at an address. */
final class Asked {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 1), () -> 7);

    private Asked() {
    }

    /** @param query as in a URL */
    static BundleRequest request(String query) {
        return BundleReader.read(Query.parse(query).values(), DEFAULTS);
    }

    static Bundle bundle(String query) {
        return Bundle.of(request(query));
    }

    static Bundle bundle(Request request, Format format, Layout layout, int parts) {
        return Bundle.of(request.spec(), format, layout, parts);
    }

    /** What a request is when it comes as text; none where it cannot be asked or met. */
    static Optional<DatasetSpec> spec(Request request) {
        try {
            DatasetSpec spec = request(CanonicalRequest.of(request.spec()).query()).dataset().spec();
            PlannedExport.of(spec);
            return Optional.of(spec);
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    /** The bytes at a canonical URL, made from nothing but its text. */
    static byte[] at(String url) {
        String path = url.substring(0, url.indexOf('?'));
        DatasetSpec spec = SpecReader.read(Query.parse(url.substring(path.length() + 1)).values(), DEFAULTS);
        return Bytes.of(blocks(path, spec)).toArray();
    }

    private static BlockSource blocks(String path, DatasetSpec spec) {
        if (path.equals(ServicePaths.priceList())) {
            return new PriceListBlocks(PriceList.of(spec, TableFormat.CSV));
        }
        Map<String, Sheet> sheets = Stream.of(Sheet.values())
                .collect(Collectors.toMap(sheet -> ServicePaths.sheet(sheet.label(), "csv"), sheet -> sheet));
        if (sheets.containsKey(path)) {
            return new AnswerSheetBlocks(AnswerSheet.of(spec, sheets.get(path), TableFormat.CSV, () -> false));
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        return PlannedExport.of(spec)
                .blocks(Format.byExtension(file.substring(file.indexOf('.') + 1)).orElseThrow());
    }

    static List<String> names(Bundle bundle) {
        return bundle.files().stream().map(BundleFile::name).toList();
    }
}
