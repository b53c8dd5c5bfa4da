package io.focusgen.estate;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;

/** What a provider allows in tags: {@code tag-rules.csv}, a rule and a value on each line. */
final class TagRules {

    private static final String FILE = "tag-rules.csv";
    private static final int LONGEST = 1_000;

    /** The rules that every provider has. */
    private enum Rule {
        LONGEST_KEY,
        LONGEST_VALUE,
        LETTERS,
        OTHERS_IN_KEYS,
        OTHERS_IN_VALUES,
        KEYS_DIFFER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final int longestKey;
    private final int longestValue;
    private final boolean lowerCase;
    private final boolean keysDifferBeyondCase;
    private final String othersInKeys;
    private final String othersInValues;

    private TagRules(SortedMap<Rule, Table.Row> rows) {
        longestKey = row(rows, Rule.LONGEST_KEY).whole("value", 1, LONGEST);
        longestValue = row(rows, Rule.LONGEST_VALUE).whole("value", 1, LONGEST);
        lowerCase = either(row(rows, Rule.LETTERS), "any", "lower");
        keysDifferBeyondCase = either(row(rows, Rule.KEYS_DIFFER), "exactly", "beyond-case");
        othersInKeys = row(rows, Rule.OTHERS_IN_KEYS).text("value");
        othersInValues = row(rows, Rule.OTHERS_IN_VALUES).text("value");
        if (!othersInKeys.contains("_") || !othersInValues.contains("_")) {
            throw row(rows, Rule.OTHERS_IN_KEYS).refuse("value", "_ stands for what is not allowed: it must be");
        }
    }

    static TagRules read(TableSource source) {
        SortedMap<Rule, Table.Row> rows = new TreeMap<>();
        for (Table.Row row : Table.read(source, FILE, "rule", "value").rows()) {
            if (rows.put(rule(row), row) != null) {
                throw row.refuse("rule", row.text("rule") + " stands twice");
            }
        }
        return new TagRules(rows);
    }

    private static Rule rule(Table.Row row) {
        for (Rule rule : Rule.values()) {
            if (rule.label().equals(row.text("rule"))) {
                return rule;
            }
        }
        throw row.refuse("rule", row.text("rule") + " is no rule of tags");
    }

    private static Table.Row row(SortedMap<Rule, Table.Row> rows, Rule rule) {
        Table.Row row = rows.get(rule);
        if (row == null) {
            throw new CatalogException(FILE, 0, "rule", rule.label() + " is missing", null);
        }
        return row;
    }

    /** Whether it is the second of two. */
    private static boolean either(Table.Row row, String first, String second) {
        String text = row.text("value");
        if (!text.equals(first) && !text.equals(second)) {
            throw row.refuse("value", text + " is neither " + first + " nor " + second);
        }
        return text.equals(second);
    }

    /** The key as the provider lets it be written. */
    String key(String key) {
        return cut(allowed(key, othersInKeys), longestKey);
    }

    /** The value as the provider lets it be written; of an address where {@code @} is not allowed the name. */
    String value(String value) {
        int at = value.indexOf('@');
        String written = at > 0 && othersInValues.indexOf('@') < 0 ? value.substring(0, at) : value;
        return cut(allowed(written, othersInValues), longestValue);
    }

    /** What tells keys apart. */
    String identity(String key) {
        return keysDifferBeyondCase ? key.toLowerCase(Locale.ROOT) : key;
    }

    /** The value of a tag that the provider sets, whose characters are its own affair. */
    String cut(String value) {
        return cut(value, longestValue);
    }

    private String allowed(String text, String others) {
        String cased = lowerCase ? text.toLowerCase(Locale.ROOT).strip() : text;
        StringBuilder written = new StringBuilder(cased.length());
        for (int i = 0; i < cased.length(); i++) {
            char c = cased.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            written.append(plain || others.indexOf(c) >= 0 ? c : '_');
        }
        return written.toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
