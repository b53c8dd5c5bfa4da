package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.focusgen.focus.Granularity;

/**
 * A cloud whose bills can be invented: a line of {@code providers.csv} and a folder of tables named like its label.
 * Compared by identity: there is one object for each.
 */
public final class Provider {

    /** Read once with the class. */
    private static final List<Provider> ALL = read(TableSource.plain(Provider.class));

    private final int index;
    private final String label;
    private final String focusName;
    private final boolean billsLocally;
    private final long salt;
    private final List<Grain> grains;
    private final Pattern accountId;
    private final String accountIdAllowed;

    /**
     * A length of charge periods that the provider bills in.
     *
     * @param granularity the length
     * @param fromRows rows of a month from which on it is chosen where nobody asks for one
     */
    private record Grain(Granularity granularity, long fromRows) {
    }

    private Provider(int index, Table.Row row) {
        this.index = index;
        label = row.text("label");
        focusName = row.text("focus_name");
        billsLocally = row.flag("bills_locally");
        salt = salt(row);
        grains = grains(row);
        accountId = pattern(row);
        accountIdAllowed = row.text("account_id_allowed");
    }

    private static Pattern pattern(Table.Row row) {
        try {
            return Pattern.compile(row.text("account_id"));
        } catch (PatternSyntaxException wrong) {
            throw row.refuse("account_id", "is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    /** Reads a table of providers. */
    static List<Provider> read(TableSource source) {
        List<Provider> providers = new ArrayList<>();
        for (Table.Row row : Table.read(source, "providers.csv", "label", "focus_name", "bills_locally", "grains",
                "account_id", "account_id_allowed", "salt").rows()) {
            Provider provider = new Provider(providers.size(), row);
            for (Provider other : providers) {
                if (other.label.equals(provider.label) || other.salt == provider.salt) {
                    throw row.refuse("label", provider.label + " has the label or salt of " + other.label);
                }
            }
            providers.add(provider);
        }
        return List.copyOf(providers);
    }

    private static long salt(Table.Row row) {
        try {
            return Long.parseUnsignedLong(row.text("salt"), 16);
        } catch (NumberFormatException wrong) {
            throw row.refuse("salt", "must be up to 16 hexadecimal digits", wrong);
        }
    }

    /** {@code hourly:100000|daily:3000|monthly:0}: the shortest first, the last from 0 rows on. */
    private static List<Grain> grains(Table.Row row) {
        List<Grain> grains = new ArrayList<>();
        for (String item : row.list("grains")) {
            int colon = item.indexOf(':');
            Granularity granularity = colon < 0 ? null : granularity(item.substring(0, colon));
            if (granularity == null) {
                throw row.refuse("grains", item + " is not of the form granularity:rows");
            }
            try {
                grains.add(new Grain(granularity, Long.parseLong(item, colon + 1, item.length(), 10)));
            } catch (NumberFormatException wrong) {
                throw row.refuse("grains", item + " has no whole number of rows", wrong);
            }
        }
        if (grains.get(grains.size() - 1).fromRows != 0) {
            throw row.refuse("grains", "the longest must serve from 0 rows on");
        }
        return List.copyOf(grains);
    }

    private static @org.jspecify.annotations.Nullable Granularity granularity(String label) {
        for (Granularity granularity : Granularity.values()) {
            if (granularity.label().equals(label)) {
                return granularity;
            }
        }
        return null;
    }

    /** Every provider, in the order of the table. */
    public static List<Provider> all() {
        return ALL;
    }

    /** The labels of all providers, in order. */
    public static List<String> labels() {
        return ALL.stream().map(Provider::label).toList();
    }

    public static Optional<Provider> byLabel(String label) {
        return ALL.stream().filter(provider -> provider.label.equals(label)).findFirst();
    }

    /**
     * The provider of a label that is known to exist.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Provider of(String label) {
        return byLabel(label).orElseThrow(() -> new IllegalArgumentException("there is no provider " + label));
    }

    /** Its place in {@link #all()}. */
    public int index() {
        return index;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** As in ProviderName. */
    public String focusName() {
        return focusName;
    }

    /** Whether its invoices can be in another currency than USD. */
    public boolean billsLocally() {
        return billsLocally;
    }

    /** The form of a sub account's id that somebody gives. */
    public Pattern accountId() {
        return accountId;
    }

    /** The same in words that complete "must be …". */
    public String accountIdAllowed() {
        return accountIdAllowed;
    }

    /** Part of the identity of everything invented in it. */
    public long salt() {
        return salt;
    }

    /** The charge periods that it bills in, the shortest first. */
    public List<Granularity> granularities() {
        return grains.stream().map(Grain::granularity).toList();
    }

    /** The charge period of a bill with so many rows a month where nobody asks for one. */
    public Granularity granularity(long rows) {
        for (Grain grain : grains) {
            if (rows >= grain.fromRows) {
                return grain.granularity;
            }
        }
        throw new IllegalArgumentException("a bill has at least 0 rows, not " + rows);
    }

    @Override
    public String toString() {
        return label;
    }
}
