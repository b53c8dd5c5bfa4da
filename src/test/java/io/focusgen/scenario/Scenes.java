package io.focusgen.scenario;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.focusgen.catalog.Provider;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;
import io.focusgen.testing.Bill;

/** The bills of a scenario as somebody gets them who asks for its name in April 2026. */
final class Scenes {

    private static final YearMonth LAST_CLOSED = YearMonth.of(2026, 3);

    private final DatasetSpec spec;
    private final Map<String, Bill> bills = new HashMap<>();

    private Scenes(DatasetSpec spec) {
        this.spec = spec;
    }

    static Scenes of(String scenario) {
        return of(Map.of("scenario", List.of(scenario)));
    }

    /** One of whose parameters is given otherwise. */
    static Scenes of(String scenario, String parameter, String value) {
        return of(Map.of("scenario", List.of(scenario), parameter, List.of(value)));
    }

    private static Scenes of(Map<String, List<String>> raw) {
        return new Scenes(SpecReader.read(raw, new Defaults(LAST_CLOSED, () -> 7)));
    }

    DatasetSpec spec() {
        return spec;
    }

    /** The bill of a provider in a month, 0 for the first. */
    Bill bill(String provider, int month) {
        return bills.computeIfAbsent(provider + month, key -> Bill.of(Plan.of(spec.bills().stream()
                .filter(bill -> bill.provider().equals(Provider.of(provider))).findFirst().orElseThrow()),
                spec.firstMonth().plus(month)));
    }
}
