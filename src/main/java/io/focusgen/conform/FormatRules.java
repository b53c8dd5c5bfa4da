package io.focusgen.conform;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;

/** How a single cell is written: null, number, moment, currency, key-value text, unit. */
final class FormatRules {

    private static final Set<FocusColumn> UNITS = EnumSet.of(FocusColumn.PRICING_UNIT, FocusColumn.CONSUMED_UNIT,
            FocusColumn.COMMITMENT_DISCOUNT_UNIT);

    private static final Set<FocusColumn> ANY = EnumSet.allOf(FocusColumn.class);

    /** Words for a missing value, and those that the FOCUS validator reads as one. */
    private static final Set<String> WORDS_FOR_NOTHING = Set.of("NULL", "N/A", "NOT APPLICABLE", "INVALID",
            "INVALID_COST", "BAD_DATE", "INVALID_DECIMAL", "INVALID_INT");

    /** The alphabetic codes of ISO 4217. */
    static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    /** The SKU price properties that FOCUS defines, with the type of their values. */
    private static final Map<String, JsonText.Kind> PRICE_PROPERTIES = Map.ofEntries(
            Map.entry("CoreCount", JsonText.Kind.NUMBER),
            Map.entry("DiskMaxIops", JsonText.Kind.NUMBER),
            Map.entry("DiskSpace", JsonText.Kind.NUMBER),
            Map.entry("DiskType", JsonText.Kind.STRING),
            Map.entry("GpuCount", JsonText.Kind.NUMBER),
            Map.entry("InstanceType", JsonText.Kind.STRING),
            Map.entry("InstanceSeries", JsonText.Kind.STRING),
            Map.entry("MemorySize", JsonText.Kind.NUMBER),
            Map.entry("NetworkMaxIops", JsonText.Kind.NUMBER),
            Map.entry("NetworkMaxThroughput", JsonText.Kind.NUMBER),
            Map.entry("OperatingSystem", JsonText.Kind.STRING),
            Map.entry("Redundancy", JsonText.Kind.STRING),
            Map.entry("StorageClass", JsonText.Kind.STRING));

    /** Asked only with {@link Options#ascii()}. */
    static final CellRule ASCII = new CellRule("FG-ASCII",
            "Texts are ASCII without control characters.", "behaviour of the FOCUS validator",
            ANY, text -> text.chars().allMatch(c -> c >= ' ' && c < 0x7f));

    static final List<CellRule> ALL = List.of(
            rule("StringHandling-A-007-M", "No cell is empty or blank; a missing value is null.",
                    ANY, text -> !text.isBlank()),
            rule("NullHandling-A-002-M", "No cell holds a word that stands for a missing value.",
                    ANY, text -> !WORDS_FOR_NOTHING.contains(upperCase(text))),
            rule("StringHandling-A-001-M", "Texts are valid Unicode.", ANY, FormatRules::isUnicode),
            ASCII,
            rule("NumericFormat-A-003-M", "A number is digits, at most one point, at most one exponent, no plus sign.",
                    typed(ColumnType.DECIMAL), text -> text.isBlank() || Decimal.parse(text) != null),
            new CellRule("FG-DECIMAL-PLAIN",
                    "A number has a point between digits, no exponent, no leading zero and no minus sign before zero.",
                    "readers that guess types take other spellings for integers or texts",
                    typed(ColumnType.DECIMAL), text -> Decimal.parse(text) == null || NumberText.isPlain(text)),
            rule("DateTimeFormat-A-003-M", "A moment is written yyyy-MM-ddTHH:mm:ssZ and exists.",
                    typed(ColumnType.DATE_TIME), text -> text.isBlank() || UtcTime.parse(text) != UtcTime.NONE),
            rule("BillingCurrency-C-003-M", "BillingCurrency is a code of ISO 4217.",
                    EnumSet.of(FocusColumn.BILLING_CURRENCY), text -> text.isBlank() || CURRENCIES.contains(text)),
            rule("KeyValueFormat-A-001-M", "Key-value columns hold a JSON object.",
                    typed(ColumnType.JSON), text -> text.isBlank() || KeyValues.parse(text) != null),
            rule("KeyValueFormat-A-002-M", "Keys are unique within an object.",
                    typed(ColumnType.JSON), text -> objectHolds(text, found -> !found.duplicateKeys())),
            rule("KeyValueFormat-A-004-M", "Values in an object are neither objects nor arrays.",
                    typed(ColumnType.JSON), text -> objectHolds(text,
                            found -> found.kinds().values().stream().noneMatch(JsonText.Kind::nested))),
            rule("SkuPriceDetails-C-017-C", "Keys that FOCUS does not define begin with x_.",
                    EnumSet.of(FocusColumn.SKU_PRICE_DETAILS), text -> objectHolds(text,
                            found -> found.kinds().keySet().stream().allMatch(
                                    key -> key.startsWith("x_") || PRICE_PROPERTIES.containsKey(key)))),
            rule("SkuPriceDetails-C-021-M", "Values under keys that FOCUS defines have the type it gives them.",
                    EnumSet.of(FocusColumn.SKU_PRICE_DETAILS), text -> objectHolds(text,
                            found -> found.kinds().entrySet().stream().allMatch(
                                    entry -> PRICE_PROPERTIES.getOrDefault(entry.getKey(), entry.getValue()) == entry
                                            .getValue()))),
            rule("UnitFormat-A-001-M", "A unit has one of the shapes of the unit format.",
                    UNITS, text -> text.isBlank() || UnitFormat.isShaped(text)),
            rule("UnitFormat-A-003-M", "Units are capitalised as listed, other nouns begin with a capital.",
                    UNITS, text -> text.isBlank() || UnitFormat.isCapitalised(text)));

    private FormatRules() {
    }

    /** Digits after the point of a currency's smallest coin; 2 where the code is unknown. */
    static int coinDecimals(@Nullable String code) {
        boolean known = code != null && CURRENCIES.contains(code);
        return known ? Math.max(Currency.getInstance(code).getDefaultFractionDigits(), 0) : 2;
    }

    private static CellRule rule(String id, String sentence, Set<FocusColumn> columns, Predicate<String> holds) {
        return new CellRule(id, sentence, Rule.FOCUS, columns, holds);
    }

    private static Set<FocusColumn> typed(ColumnType type) {
        Set<FocusColumn> columns = EnumSet.noneOf(FocusColumn.class);
        for (FocusColumn column : FocusColumn.values()) {
            if (column.type() == type) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** True also where the text is no object, which another rule reports. */
    private static boolean objectHolds(String text, Predicate<KeyValues> holds) {
        KeyValues found = KeyValues.parse(text);
        return found == null || holds.test(found);
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
