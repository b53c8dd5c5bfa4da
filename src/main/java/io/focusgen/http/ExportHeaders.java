package io.focusgen.http;

import java.util.EnumMap;
import java.util.Map;

import io.focusgen.http.offer.ExportFile;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.FileNames;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.stream.Export;
import io.focusgen.stream.PlannedBill;
import io.focusgen.table.TableFormat;

/** What an answer says about its data set. Everything in it is made from valid values, so nothing needs escaping. */
final class ExportHeaders {

    /** The bytes never change for one version of the generator; a day bounds how long an old version lives in caches. */
    private static final String FOREVER = "public, max-age=86400";

    /** The month that an unnamed month means changes at a moment that caches should not miss by much. */
    private static final String UNTIL_NEXT_MONTH = "public, max-age=300";

    private static final String ONCE = "no-store";

    private ExportHeaders() {
    }

    /** Those that need no plan, which are also those of a 304. */
    static Map<ExportHeader, String> withoutPlan(String path, CanonicalRequest canonical, ResolvedSpec resolved) {
        Map<ExportHeader, String> headers = new EnumMap<>(ExportHeader.class);
        headers.put(ExportHeader.ETAG, entityTag(path, canonical));
        headers.put(ExportHeader.CACHE_CONTROL, cacheControl(resolved));
        headers.put(ExportHeader.LINK, "<" + CanonicalUrl.of(path, canonical.query()) + ">; rel=\"canonical\"");
        headers.put(ExportHeader.SEED, Long.toString(resolved.spec().seed()));
        return headers;
    }

    /** Those that only the plan knows, and those about the body. */
    static Map<ExportHeader, String> withPlan(ExportFile file, DatasetSpec spec, Export export) {
        Map<ExportHeader, String> headers = new EnumMap<>(ExportHeader.class);
        headers.put(ExportHeader.CONTENT_TYPE, file.format().mediaType(spec));
        headers.put(ExportHeader.CONTENT_DISPOSITION, attachment(FileNames.rows(spec, file.format().extension())));
        headers.put(ExportHeader.ROWS, Long.toString(export.rows()));
        headers.put(ExportHeader.BUDGET, PlannedBill.budgets(export.bills()));
        headers.put(ExportHeader.COMMITMENT_COVERAGE, PlannedBill.coverages(export.bills()));
        return headers;
    }

    private static String entityTag(String path, CanonicalRequest canonical) {
        return '"' + canonical.fingerprint(GeneratorVersion.CURRENT + ' ' + path) + '"';
    }

    private static String cacheControl(ResolvedSpec resolved) {
        return resolved.seedFromChance() ? ONCE : resolved.monthFromClock() ? UNTIL_NEXT_MONTH : FOREVER;
    }

    /** Content-Disposition of a table: {@code aws-price-list-2026-01.csv}. @param name what the table is */
    static String attachment(DatasetSpec spec, String name, TableFormat format) {
        return attachment(FileNames.about(spec, name, format.extension()));
    }

    /** Content-Disposition of a file of this name. */
    static String attachment(String fileName) {
        return "attachment; filename=\"" + fileName + "\"";
    }
}
