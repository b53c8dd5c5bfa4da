package io.focusgen.spec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusColumn;

/**
 * The one way to write a data set's request: every parameter in table order with its resolved value. Not written are those
 * that a data set does not have: a budget, coverage or utilisation that was not asked for (naming its default would make
 * it a demand, which can be refused, where a default bends), a trend where there is none, an organisation that is invented
 * as a whole, columns where all are wanted, own columns where there are none, anomalies, waste and peaks likewise, sellers
 * that invoice nothing, and how CSV is written where it is written as always.
 */
public final class CanonicalRequest {

    /** Half of a SHA-256: still no two requests alike, and short enough to read. */
    private static final int TAG_BYTES = 16;

    private final String query;

    private CanonicalRequest(String query) {
        this.query = query;
    }

    /** The one way to ask for a data set. */
    public static CanonicalRequest of(DatasetSpec spec) {
        StringBuilder query = new StringBuilder(300);
        parameters(spec).forEach((label, value) -> query.append(query.length() == 0 ? "" : "&").append(label)
                .append('=').append(encoded(value)));
        return new CanonicalRequest(query.toString());
    }

    /** The values of the query by name, in order and not encoded. */
    public static Map<String, String> parameters(DatasetSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            String value = value(spec, parameter);
            if (value != null) {
                values.put(parameter.label(), value);
            }
        }
        return values;
    }

    /** The same with more parameters, whose text begins with an ampersand and is encoded. */
    public CanonicalRequest and(String more) {
        return new CanonicalRequest(query + more);
    }

    /** Without a question mark; percent-encoded, ASCII. Reading it back gives an equal spec. */
    public String query() {
        return query;
    }

    /** 32 hexadecimal digits that change with the request and with the version of the generator. */
    public String fingerprint(String generatorVersion) {
        byte[] digest = sha256().digest((generatorVersion + '\n' + query).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    }

    private static @Nullable String value(DatasetSpec spec, Parameter parameter) {
        return switch (parameter) {
            case SCENARIO -> null;
            case PROVIDER -> spec.providers().stream().map(Provider::label).collect(Collectors.joining(","));
            case VERSION -> spec.version().label();
            case MONTH -> spec.firstMonth().toString();
            case MONTHS -> Integer.toString(spec.months());
            case ROWS -> Long.toString(spec.rows());
            case GRANULARITY -> granularity(spec);
            case PROFILE -> spec.profile().label();
            case DISTRIBUTION -> spec.distribution().label();
            case BUDGET -> spec.budget().text();
            case CURRENCY -> spec.currency().code();
            case COMMITMENT_COVERAGE -> plain(spec.commitmentCoverage());
            case COMMITMENT_UTILISATION -> plain(spec.commitmentUtilisation());
            case IDS -> spec.ids().label();
            case ORGANISATION -> OrganisationParameter.text(spec.organisation());
            case REORGANISATION -> spec.reorganisation() == null ? null : spec.reorganisation().toString();
            case SEED -> Long.toString(spec.seed());
            case COLUMNS -> columns(spec);
            case CUSTOM_COLUMNS -> CustomColumnText.list(spec.customColumns());
            case DELIMITER -> other(spec, text -> text.delimiter().label());
            case LINE_END -> other(spec, text -> text.lineEnd().label());
            case HEADER -> other(spec, text -> text.header().label());
            case EXCEL_SAFE -> other(spec, text -> Boolean.toString(text.excelSafe()));
            case SHARD -> spec.shard().toString();
            case TREND, TREND_START, GROWTH_RATE, PEAK_MONTHS, PEAK_MULTIPLIER, BASELINE_VARIATION, STEP_MONTH,
                    STEP_MULTIPLIER, ANOMALY_MONTH, ANOMALY_DURATION, ANOMALY_MULTIPLIER, TREND_MULTIPLIERS ->
                spec.trend().text(parameter);
            case ANOMALIES -> spec.anomalies().any() ? spec.anomalies().text() : null;
            case WASTE -> spec.waste().any() ? spec.waste().text() : null;
            case COMMITMENT_TERM -> named(spec.commitments().years(), years -> Integer.toString(years));
            case COMMITMENT_PAYMENT -> named(spec.commitments().payment(), CommitmentPayment::label);
            case COMMITMENT_SCOPE -> spec.commitments().scope() == CommitmentScope.SHARED
                    ? null
                    : spec.commitments().scope().label();
            case MARKETPLACE_ISSUER -> spec.marketplaceIssuer() == MarketplaceIssuer.PROVIDER
                    ? null
                    : spec.marketplaceIssuer().label();
            case COMMITMENT_START -> named(spec.commitments().start(), LocalDate::toString);
            case COMMITMENT_GAP -> spec.commitments().gapDays() == 0
                    ? null
                    : Integer.toString(spec.commitments().gapDays());
            case PEAK -> spec.peaks().any() ? spec.peaks().text() : null;
        };
    }

    /** Resolved where all bills have the same. */
    private static String granularity(DatasetSpec spec) {
        List<String> labels = spec.bills().stream().map(bill -> bill.granularity().label()).distinct().toList();
        return labels.size() == 1 ? labels.get(0) : "auto";
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static <T> @Nullable String named(@Nullable T value, Function<T, String> label) {
        return value == null ? null : label.apply(value);
    }

    private static @Nullable String columns(DatasetSpec spec) {
        List<FocusColumn> columns = spec.focusColumns();
        return columns.equals(FocusColumn.of(spec.version()))
                ? null
                : columns.stream().map(FocusColumn::id).collect(Collectors.joining(","));
    }

    /** Null for the value that every request has which names none. */
    private static @Nullable String other(DatasetSpec spec, Function<TextOptions, String> option) {
        String value = option.apply(spec.text());
        return value.equals(option.apply(TextOptions.DEFAULT)) ? null : value;
    }

    /** Keeps what RFC 3986 lets stand for itself in a query and what our values need: letters, digits, {@code -._~/,:}. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~/,:".indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
