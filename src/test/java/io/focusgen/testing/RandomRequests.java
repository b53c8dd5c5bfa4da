package io.focusgen.testing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.spec.Anomalies;
import io.focusgen.spec.Anomaly;
import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.AnomalySize;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.CommitmentTerms;
import io.focusgen.spec.Delimiter;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.Ids;
import io.focusgen.spec.LineEnd;
import io.focusgen.spec.Profile;
import io.focusgen.spec.TextOptions;
import io.focusgen.spec.Trend;
import io.focusgen.spec.WasteKind;

/** Requests that nobody would think of: any number makes one, the same every time. */
public final class RandomRequests {

    private static final String[] COVERAGES = {"0", "0.05", "0.2", "0.4", "0.6", "0.8", "0.95"};
    private static final String[] UTILISATIONS = {"0.5", "0.6", "0.75", "0.9", "0.99", "1"};
    private static final int YEARS = 30;

    /** What every format has to quote or escape, what may be null, and what the company knows. */
    private static final CustomColumn[] OWN = {
            new CustomColumn("x_Note", new CustomColumn.Constant("say \"a,b;c|d\", \\ and 'e'")),
            new CustomColumn("x_TeamTag", new CustomColumn.Tag("team")),
            new CustomColumn("x_Team", new CustomColumn.Organisation(OrganisationAttribute.TEAM))};

    /** Hourly bills of fewer rows have no commitments, and refuse a coverage. */
    private static final int MOST_UNCOMMITTED = 10_000;

    /** More would be rows of nothing else. */
    private static final int MOST_WASTED = 60;

    private RandomRequests() {
    }

    /**
     * So many requests. Small ones dominate, because that is where kinds of charges come and go.
     *
     * @param first number of the first request; the others follow it
     * @param mostRows rows of the largest that there may be
     */
    public static Stream<Request> of(long first, int count, long mostRows) {
        return LongStream.range(first, first + count).mapToObj(number -> one(number, mostRows));
    }

    private static Request one(long number, long mostRows) {
        SplittableRandom random = new SplittableRandom(number);
        List<Provider> providers = providers(random);
        Currency currency = random.nextBoolean() ? Currency.usd() : any(random, Currency.all());
        long rows = Math.max(1, (long) Math.pow(mostRows, random.nextDouble()) / providers.size());
        Request request = Request.rows(rows)
                .providers(providers.stream().map(Provider::label).toArray(String[]::new))
                .currency(currency.code())
                .ids(any(random, List.of(Ids.values())))
                .granularity(any(random, granularities(providers)))
                .profile(any(random, List.of(Profile.values())))
                .distribution(any(random, List.of(Distribution.values())))
                .month(YearMonth.of(2015 + random.nextInt(YEARS), 1 + random.nextInt(12)))
                .months(1 + random.nextInt(3))
                .seed(random.nextLong());
        if (random.nextInt(3) == 0) {
            request = request.coverage(rows < MOST_UNCOMMITTED ? "0" : any(random, COVERAGES));
        }
        if (random.nextInt(3) == 0) {
            request = request.utilisation(any(random, UTILISATIONS));
        }
        if (random.nextInt(3) == 0) {
            request = request.commitments(random.nextBoolean() ? null : random.nextBoolean() ? 1 : 3,
                    payment(random, providers, request.bill().granularity()),
                    any(random, List.of(CommitmentScope.values())));
        }
        if (random.nextInt(4) == 0) {
            request = request.budget(budget(random, providers, currency));
        }
        if (random.nextInt(3) == 0) {
            request = request.text(new TextOptions(any(random, List.of(Delimiter.values())),
                    any(random, List.of(LineEnd.values())), any(random, List.of(HeaderLines.values())), false));
        }
        if (random.nextInt(3) == 0) {
            request = request.own(OWN);
        }
        if (random.nextInt(3) == 0) {
            request = request.trend(trend(random, request.spec().firstMonth(), providers));
        }
        if (random.nextInt(4) == 0) {
            request = request.reorganised(request.spec().firstMonth().toString());
        }
        if (random.nextInt(3) == 0) {
            request = anomalies(random, request);
        }
        if (random.nextInt(3) == 0) {
            request = waste(random, request);
        }
        if (random.nextInt(4) == 0) {
            request = request.sellersInvoice();
        }
        if (random.nextInt(3) == 0) {
            request = lapsing(random, request);
        }
        return random.nextInt(4) == 0 ? peaks(random, request) : request;
    }

    private static Request waste(SplittableRandom random, Request request) {
        return random.nextBoolean()
                ? request.waste(1 + random.nextInt(MOST_WASTED))
                : request.waste(1 + random.nextInt(MOST_WASTED), any(random, List.of(WasteKind.values())));
    }

    /** Terms that begin in the first two months, some of them after a gap, where the bill may have one. */
    private static Request lapsing(SplittableRandom random, Request request) {
        YearMonth first = request.spec().firstMonth().month();
        boolean monthly = request.spec().bills().stream().anyMatch(bill -> bill.granularity() == Granularity.MONTHLY);
        boolean committed = request.spec().rows() >= MOST_UNCOMMITTED && !"0".equals(coverage(request));
        int day = random.nextInt(60);
        String start = monthly || random.nextInt(4) == 0 ? null : first.atDay(1).plusDays(day).toString();
        if (monthly && random.nextBoolean()) {
            start = first.atDay(1).toString();
        }
        return request.lapsing(start, monthly || !committed ? 0 : random.nextInt(CommitmentTerms.MOST_GAP_DAYS + 1));
    }

    private static String coverage(Request request) {
        return String.valueOf(request.spec().commitmentCoverage());
    }

    /** One that begins at most two months earlier, and stays within its bounds in the months that follow. */
    private static Trend trend(SplittableRandom random, BillingMonth first, List<Provider> providers) {
        BillingMonth start = first.plus(-random.nextInt(3));
        BigDecimal growth = BigDecimal.valueOf(random.nextInt(30) - 10);
        BigDecimal multiplier = BigDecimal.valueOf(3 + random.nextInt(45), 1);
        return switch (random.nextInt(5)) {
            case 0 -> new Trend.Linear(start, growth);
            case 1 -> new Trend.Seasonal(start, growth, new TreeSet<>(List.of(first.month().getMonthValue())),
                    multiplier, BigDecimal.TEN);
            case 2 -> new Trend.StepChange(start, growth, 1 + random.nextInt(3), multiplier);
            case 3 -> new Trend.Anomaly(start, growth, 1 + random.nextInt(3), 1 + random.nextInt(2), multiplier);
            default -> random.nextBoolean()
                    ? new Trend.Custom(start, List.of(BigDecimal.ONE, multiplier))
                    : apart(random, start, providers);
        };
    }

    /** One within the first month, and one over its end; of up to ten times the usual, or of less than that. */
    private static Request peaks(SplittableRandom random, Request request) {
        YearMonth first = request.spec().firstMonth().month();
        return request
                .peak(first.atDay(1 + random.nextInt(10)).toString(), 1 + random.nextInt(10),
                        Integer.toString(2 + random.nextInt(9)))
                .peak(first.atDay(25).toString(), 1 + random.nextInt(31), "0." + (1 + random.nextInt(9)));
    }

    /** Some clouds that grow and some that are left, down to a tenth. */
    private static Trend apart(SplittableRandom random, BillingMonth start, List<Provider> providers) {
        SortedMap<String, List<BigDecimal>> multipliers = new TreeMap<>();
        for (Provider provider : providers) {
            if (multipliers.isEmpty() || random.nextBoolean()) {
                multipliers.put(provider.label(), List.of(BigDecimal.valueOf(5 + random.nextInt(6), 1),
                        BigDecimal.valueOf(1 + random.nextInt(20), 1), BigDecimal.valueOf(1 + random.nextInt(20), 1)));
            }
        }
        return new Trend.Apart(start, multipliers);
    }

    /** So many of any kind, or one of each kind; some of them at the end of the first month. */
    private static Request anomalies(SplittableRandom random, Request request) {
        if (random.nextBoolean()) {
            return request.anomalies(1 + random.nextInt(Anomalies.MOST));
        }
        long late = request.spec().firstMonth().plus(1).startHour() - random.nextInt(30);
        return request.anomalies(Stream.of(AnomalyKind.values()).map(kind -> new Anomaly(kind,
                any(random, List.of(AnomalySize.values())), random.nextBoolean() ? null : late))
                .toArray(Anomaly[]::new));
    }

    /** One that all of them sell for bills of this grain, or null. */
    private static @Nullable CommitmentPayment payment(SplittableRandom random, List<Provider> providers,
            Granularity granularity) {
        CommitmentPayment payment = any(random, List.of(CommitmentPayment.values()));
        boolean sold = providers.stream().allMatch(provider -> Catalog.of(provider).offers().stream()
                .anyMatch(offer -> offer.payment() == payment
                        && (granularity != Granularity.MONTHLY || !offer.isUpfront())));
        return sold ? payment : null;
    }

    /** One in most requests, else several in any order. */
    private static List<Provider> providers(SplittableRandom random) {
        List<Provider> left = new ArrayList<>(Provider.all());
        List<Provider> drawn = new ArrayList<>();
        do {
            drawn.add(left.remove(random.nextInt(left.size())));
        } while (!left.isEmpty() && random.nextInt(4) == 0);
        return drawn;
    }

    /** Those that all of them bill in. */
    private static List<Granularity> granularities(List<Provider> providers) {
        return Stream.of(Granularity.values())
                .filter(granularity -> providers.stream().allMatch(
                        provider -> provider.granularities().contains(granularity)))
                .toList();
    }

    /** A thousand to a hundred million dollars, in the currency that a budget is in. */
    private static String budget(SplittableRandom random, List<Provider> providers, Currency currency) {
        boolean local = providers.stream().anyMatch(Provider::billsLocally);
        double dollars = Math.pow(10, 3 + 5 * random.nextDouble());
        return Long.toString((long) (local ? dollars * currency.perUsd().toDouble() : dollars));
    }

    private static <T> T any(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String any(SplittableRandom random, String[] values) {
        return values[random.nextInt(values.length)];
    }
}
