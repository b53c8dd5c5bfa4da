package io.focusgen.plan;

import java.util.List;

import io.focusgen.estate.Company;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.Peak;
import io.focusgen.spec.Peaks;

/** The peak days of a request as hours of UTC: from the company's midnight to its midnight. */
final class PeakDays {

    private static final int HOURS = 24;

    /** How much business grows beyond what its users cost, by what that is above the usual: what stands anyway is used better. */
    private static final double SCALE = 0.125;

    private final List<Peak> peaks;
    private final int offset;
    private final double scale;

    private PeakDays(Peaks peaks, Company company, double scale) {
        this.peaks = peaks.listed();
        this.scale = scale;
        offset = company.domicile().utcOffset();
    }

    /** By what is used and paid. */
    static PeakDays ofUse(Peaks peaks, Company company) {
        return new PeakDays(peaks, company, 0);
    }

    /** By what business is done. */
    static PeakDays ofBusiness(Peaks peaks, Company company) {
        return new PeakDays(peaks, company, SCALE);
    }

    /** Whether any of their hours is in a month. */
    boolean in(BillingMonth month) {
        long start = month.startHour();
        return peaks.stream().anyMatch(peak -> from(peak) < start + month.hours() && start < to(peak));
    }

    /** How many times the usual an hour is. @param epochHour hours from 1970-01-01T00:00Z */
    double factor(long epochHour) {
        for (Peak peak : peaks) {
            if (from(peak) <= epochHour && epochHour < to(peak)) {
                double factor = peak.factor().doubleValue();
                return factor * (1 + scale * (factor - 1));
            }
        }
        return 1;
    }

    private long from(Peak peak) {
        return peak.first().toEpochDay() * HOURS - offset;
    }

    private long to(Peak peak) {
        return peak.end().toEpochDay() * HOURS - offset;
    }
}
