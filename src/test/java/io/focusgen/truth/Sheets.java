package io.focusgen.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.focusgen.pricelist.PriceList;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** Sheets and data sets as a reader of their files has them: records of cells by column. */
final class Sheets {

    private Sheets() {
    }

    static List<Map<String, String>> read(Request request, Sheet sheet) {
        return records(text(request, sheet, TableFormat.CSV));
    }

    static String text(Request request, Sheet sheet, TableFormat format) {
        return Bytes.of(new AnswerSheetBlocks(AnswerSheet.of(request.spec(), sheet, format, () -> false))).toString();
    }

    static List<Map<String, String>> rows(Request request) {
        return records(csv(request));
    }

    static List<Map<String, String>> prices(Request request) {
        return records(Bytes.of(new PriceListBlocks(PriceList.of(request.spec(), TableFormat.CSV))).toString());
    }

    static String csv(Request request) {
        return Bytes.of(PlannedExport.of(request.spec()).blocks(Format.CSV)).toString();
    }

    /** What the numbers of a column add up to. */
    static BigDecimal sum(List<Map<String, String>> records, String column) {
        return records.stream().map(record -> record.get(column)).filter(text -> !text.isEmpty())
                .map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** BilledCost of rows of tax, or of all others. */
    static BigDecimal billed(List<Map<String, String>> rows, boolean tax) {
        return sum(rows.stream().filter(row -> row.get("ChargeCategory").equals("Tax") == tax).toList(), "BilledCost");
    }

    private static List<Map<String, String>> records(String csv) {
        try (MappingIterator<Map<String, String>> found = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(csv)) {
            List<Map<String, String>> records = new ArrayList<>();
            found.forEachRemaining(record -> records.add(new LinkedHashMap<>(record)));
            return records;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
