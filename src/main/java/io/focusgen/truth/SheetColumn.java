package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.generate.Cells;
import io.focusgen.plan.Plan;
import io.focusgen.table.TableColumn;

/**
 * A column of a sheet.
 *
 * @param id as in the file
 * @param type of its cells
 * @param help one sentence
 * @param text a line's cell in it, or null
 * @param <L> what its lines are about
 */
record SheetColumn<L>(String id, ColumnType type, String help, Function<L, @Nullable String> text)
        implements
            TableColumn {

    /** A line about something that rows show. */
    interface RowLine {

        /** What one of its rows says. */
        Cells cells();
    }

    /** A line about something of one bill. */
    interface BillLine {

        Plan plan();
    }

    static <L> SheetColumn<L> text(String id, String help, Function<L, @Nullable String> text) {
        return new SheetColumn<>(id, ColumnType.TEXT, help, text);
    }

    /** Exactly what rows say. */
    static <L extends RowLine> SheetColumn<L> of(FocusColumn column, String help) {
        return text(column.id(), help, line -> line.cells().get(column));
    }

    /** The truth about whose the rows are. */
    static <L extends RowLine> SheetColumn<L> of(String id, OrganisationAttribute attribute, String help) {
        return text(id, help, line -> line.cells().organisation(attribute));
    }

    static <L> SheetColumn<L> decimal(String id, String help, Function<L, @Nullable BigDecimal> value) {
        return new SheetColumn<>(id, ColumnType.DECIMAL, help, line -> {
            BigDecimal decimal = value.apply(line);
            return decimal == null ? null : JsonWriter.plain(decimal);
        });
    }

    static <L extends BillLine> SheetColumn<L> currency() {
        return text("BillingCurrency", "What the costs are in.", line -> line.plan().spec().currency().code());
    }

    /** All cells of a line, in order. */
    static <L> @Nullable String[] texts(List<SheetColumn<L>> columns, L line) {
        @Nullable
        String[] texts = new @Nullable String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = columns.get(i).text().apply(line);
        }
        return texts;
    }
}
