package io.focusgen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.focusgen.estate.Business;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Driver;
import io.focusgen.estate.LoadShape;
import io.focusgen.estate.Salt;
import io.focusgen.estate.Team;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Trend;

/**
 * What the business of each application was on each day, which its usage follows: orders, users, requests, tokens. A
 * function of company, application and day, whatever the provider, the rows and the window.
 *
 * <p>A month's business is dealt over its days by the very curve that the usage of the application's users follows, so that
 * usage per order is the same every day. It is the company's usual business times the factor of the trend, and a little
 * more where that is large and less where it is small: what a unit costs falls with scale. Peak days are on top, and bring
 * more business than use. With a trend for each cloud business stays as usual: work moves.
 */
public final class BusinessDrivers {

    /** How much business grows beyond what is spent, by what spend is above its usual level. */
    private static final double SCALE = 0.05;

    /** Part of what a company spends that is spent on its applications in production. */
    private static final double PRODUCTION_PART = 0.6;

    /** The applications of a team differ in size tenfold, and most are small. */
    private static final double LEAST_SIZE = 0.3;
    private static final double SIZES = 2.7;

    private final DatasetSpec dataset;
    private final Company company;
    private final PeakDays peaks;
    private final double[] sizes;
    private final double allSizes;
    private final List<Application> applications = new ArrayList<>();

    /** An application with its business; in the order of teams and of their applications. */
    private record Application(Team team, String name, Business business) {
    }

    private BusinessDrivers(DatasetSpec dataset) {
        this.dataset = dataset;
        // Teams, applications and days are the same in every cloud: any will do.
        company = Company.of(dataset.bills().get(0));
        peaks = PeakDays.ofBusiness(dataset.peaks(), company);
        for (Team team : company.organisation().teams()) {
            for (int i = 0; i < team.applications().size(); i++) {
                applications.add(new Application(team, team.applications().get(i), team.businesses().get(i)));
            }
        }
        sizes = new double[applications.size()];
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            Application application = applications.get(i);
            double unit = drawn(application).unit(0);
            sizes[i] = application.team.weight() * (LEAST_SIZE + SIZES * unit * unit);
            sum += sizes[i];
        }
        allSizes = sum;
    }

    public static BusinessDrivers of(DatasetSpec dataset) {
        return new BusinessDrivers(dataset);
    }

    /** Shows every day of the request's months: by month, team, application, driver and then by date. */
    public void visit(Consumer<? super DriverDay> visitor) {
        for (int i = 0; i < dataset.months(); i++) {
            visit(dataset.firstMonth().plus(i), visitor);
        }
    }

    /** Shows every day of any month, in the same order. */
    public void visit(BillingMonth month, Consumer<? super DriverDay> visitor) {
        SortedMap<Integer, LoadCurve> curves = new TreeMap<>();
        for (int i = 0; i < sizes.length; i++) {
            LoadShape shape = applications.get(i).business.load();
            LoadCurve curve = curves.computeIfAbsent(shape.index(),
                    index -> LoadCurve.of(shape, company, month, Granularity.DAILY, peaks));
            for (Driver driver : applications.get(i).business.drivers()) {
                visit(month, i, driver, curve, visitor);
            }
        }
    }

    /** Whole numbers by differences of rounded cumulated shares, as quantities are dealt on the bill. */
    private void visit(BillingMonth month, int place, Driver driver, LoadCurve curve,
            Consumer<? super DriverDay> visitor) {
        LoadCurve days = curve.peaked();
        double total = Math.floor(total(month, place, driver) * curve.rise(0, curve.periods()));
        Application application = applications.get(place);
        LocalDate first = month.month().atDay(1);
        double all = days.before(days.periods());
        long before = 0;
        for (int day = 0; day < curve.periods(); day++) {
            long upTo = (long) (total * (days.before(day + 1) / all));
            visitor.accept(new DriverDay(first.plusDays(day), application.team.name(), application.name, driver,
                    upTo - before));
            before = upTo;
        }
    }

    /** A month's business. */
    private long total(BillingMonth month, int place, Driver driver) {
        double factor = factor(month);
        double spent = dataset.profile().naturalBudget() * PRODUCTION_PART * sizes[place] / allSizes;
        double efficiency = 0.5 + drawn(applications.get(place)).unit(1L + driver.ordinal());
        return Math.round(spent / driver.usualCost() * efficiency * factor * (1 + SCALE * (factor - 1)));
    }

    /** What business is multiplied with: clouds that go their own ways say where it is served, not how much of it there is. */
    private double factor(BillingMonth month) {
        return dataset.trend() instanceof Trend.Apart ? 1 : MonthFactor.of(dataset.bills().get(0), month);
    }

    private Draw drawn(Application application) {
        return company.days().of(Salt.DRIVER).of(application.name);
    }
}
