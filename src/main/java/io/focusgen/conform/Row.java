package io.focusgen.conform;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/** One row as rules read it. The same object is filled anew for each row. */
final class Row {

    /** Longer values are cut in messages. */
    private static final int SHOWN = 120;

    private final @Nullable Cell[] cells = new Cell[FocusColumn.values().length];
    private long number;
    private @Nullable ChargeCategory category;
    private boolean correction;
    private @Nullable String provider;
    private @Nullable Cloud cloud;

    /** Begins the next row, all cells null. */
    void begin(long rowNumber) {
        Arrays.fill(cells, null);
        number = rowNumber;
    }

    void set(FocusColumn column, Cell cell) {
        cells[column.ordinal()] = cell;
    }

    /** Ends filling. */
    void complete() {
        category = null;
        String label = text(FocusColumn.CHARGE_CATEGORY);
        if (label != null) {
            for (ChargeCategory candidate : ChargeCategory.values()) {
                if (candidate.label().equals(label)) {
                    category = candidate;
                }
            }
        }
        correction = is(FocusColumn.CHARGE_CLASS, ValueRules.CORRECTION);
        String named = text(FocusColumn.PROVIDER_NAME);
        String seller = named == null ? text(FocusColumn.SERVICE_PROVIDER_NAME) : named;
        if (!Objects.equals(seller, provider)) {
            provider = seller;
            cloud = Cloud.named(seller);
        }
    }

    /** The provider of the row, if its habits are known. */
    @Nullable
    Cloud cloud() {
        return cloud;
    }

    /** 1 for the first row after the header. */
    long number() {
        return number;
    }

    boolean isCategory(ChargeCategory wanted) {
        return category == wanted;
    }

    boolean isUsage() {
        return category == ChargeCategory.USAGE;
    }

    boolean isPurchase() {
        return category == ChargeCategory.PURCHASE;
    }

    boolean isTax() {
        return category == ChargeCategory.TAX;
    }

    /** A purchase or usage that is not a correction: the rows for which FOCUS asks for prices and quantities. */
    boolean isPriced() {
        return (isUsage() || isPurchase()) && !correction;
    }

    boolean isCorrection() {
        return correction;
    }

    /** Whether the row belongs to a commitment discount. */
    boolean isCommitment() {
        return has(FocusColumn.COMMITMENT_DISCOUNT_ID);
    }

    boolean isStatus(CommitmentStatus status) {
        return is(FocusColumn.COMMITMENT_DISCOUNT_STATUS, status.label());
    }

    boolean has(FocusColumn column) {
        return cells[column.ordinal()] != null;
    }

    boolean lacks(FocusColumn column) {
        return cells[column.ordinal()] == null;
    }

    boolean is(FocusColumn column, String text) {
        Cell cell = cells[column.ordinal()];
        return cell != null && cell.text().equals(text);
    }

    /** Whether both cells have the same text, or are both null. */
    boolean same(FocusColumn a, FocusColumn b) {
        String text = text(a);
        return text == null ? lacks(b) : is(b, text);
    }

    @Nullable
    Cell cell(FocusColumn column) {
        return cells[column.ordinal()];
    }

    @Nullable
    String text(FocusColumn column) {
        Cell cell = cells[column.ordinal()];
        return cell == null ? null : cell.text();
    }

    /** The number of the column's text, 0 for null. Only of columns that {@link CellReader} numbers. */
    int id(FocusColumn column) {
        Cell cell = cells[column.ordinal()];
        return cell == null ? 0 : cell.id();
    }

    /** Whether the column has a text that was not numbered, because there was no room to remember it. */
    boolean isForgotten(FocusColumn column) {
        Cell cell = cells[column.ordinal()];
        return cell != null && cell.id() == 0;
    }

    /** Within what ids are unique: the provider, under the name that the version has for it; 0 where unknown. */
    int providerId() {
        int provider = id(FocusColumn.PROVIDER_NAME);
        return provider == 0 ? id(FocusColumn.SERVICE_PROVIDER_NAME) : provider;
    }

    /** Null also where the text is no number. */
    @Nullable
    Decimal decimal(FocusColumn column) {
        Cell cell = cells[column.ordinal()];
        return cell == null ? null : cell.decimal();
    }

    /** {@link #decimal}, or zero. */
    Decimal decimalOrZero(FocusColumn column) {
        Decimal decimal = decimal(column);
        return decimal == null ? Decimal.ZERO : decimal;
    }

    /** Seconds since 1970, {@link UtcTime#NONE} also where the text is no moment. */
    long moment(FocusColumn column) {
        Cell cell = cells[column.ordinal()];
        return cell == null ? UtcTime.NONE : cell.moment();
    }

    /** {@code Name=value, …} of these columns, {@code null} for a null cell. */
    String show(Set<FocusColumn> columns) {
        StringBuilder shown = new StringBuilder();
        for (FocusColumn column : columns) {
            shown.append(shown.isEmpty() ? "" : ", ").append(column.id()).append('=').append(show(text(column)));
        }
        return shown.toString();
    }

    static String show(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
