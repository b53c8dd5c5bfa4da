package io.focusgen.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Cohort;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.IncidentKit;
import io.focusgen.estate.Kit;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.estate.StackType;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.Anomalies;
import io.focusgen.spec.Anomaly;
import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.AnomalySize;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.organisation.Environment;

/**
 * The incidents of a bill: of any month, whatever window is asked for. Those with a start of their own are the same whatever
 * month is looked at; every month has the others anew, and they end in it. Thread-safe.
 */
public final class Incidents {

    /** Applications of so many cohorts are looked at for one that an incident can happen to. */
    private static final int COHORTS = 64;

    /** Incidents of a month have numbers from its own times this on. */
    private static final int NUMBERS = 64;

    private final BillSpec spec;
    private final Company company;
    private final Structure structure;
    private final Amounts amounts;
    private final List<Incident> dated = new ArrayList<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Map<BillingMonth, List<Incident>> months = new ConcurrentHashMap<>();

    /** What is drawn for one incident. */
    private enum Of {
        KIND,
        SIZE,
        LENGTH,
        START,
        PLACE,
        PART
    }

    Incidents(BillSpec spec, Structure structure, Amounts amounts) {
        this.spec = spec;
        this.structure = structure;
        this.amounts = amounts;
        company = structure.company();
        List<Anomaly> listed = spec.anomalies().listed();
        for (int i = 0; i < listed.size(); i++) {
            Long start = listed.get(i).startHour();
            if (start != null) {
                Draw draw = company.draw().of(Salt.INCIDENT).of(i);
                dated.add(incident("dated-" + (i + 1), i, listed.get(i).kind(), listed.get(i).size(), start,
                        start + length(listed.get(i).kind(), draw), draw, hosts));
            }
        }
    }

    /** Those that have some rows in a month, in the order of their rows. */
    public List<Incident> in(BillingMonth month) {
        if (!spec.anomalies().any()) {
            return List.of();
        }
        return months.computeIfAbsent(month, this::make);
    }

    /** Rows of all of them, their tax included. */
    long rows(BillingMonth month) {
        long rows = 0;
        for (Incident incident : in(month)) {
            rows += incident.rows(month, spec.granularity()) + (structure.ladder().tax() ? 1 : 0);
        }
        return rows;
    }

    private List<Incident> make(BillingMonth month) {
        List<Incident> all = new ArrayList<>(dated.stream().filter(incident -> incident.isIn(month)).toList());
        Set<String> taken = new LinkedHashSet<>(hosts);
        Anomalies asked = spec.anomalies();
        Draw drawn = company.draw().of(Salt.INCIDENT).of(-month.ordinal());
        for (int i = 0; i < asked.count(); i++) {
            AnomalyKind[] kinds = AnomalyKind.values();
            AnomalyKind kind = kinds[(drawn.below(kinds.length, Of.KIND.ordinal()) + i) % kinds.length];
            AnomalySize[] sizes = AnomalySize.values();
            all.add(undated(month, i, kind, sizes[drawn.of(i).below(sizes.length, Of.SIZE.ordinal())], taken));
        }
        for (int i = 0; i < asked.listed().size(); i++) {
            Anomaly anomaly = asked.listed().get(i);
            if (anomaly.startHour() == null) {
                all.add(undated(month, i, anomaly.kind(), anomaly.size(), taken));
            }
        }
        return List.copyOf(all);
    }

    private Incident undated(BillingMonth month, int number, AnomalyKind kind, AnomalySize size, Set<String> taken) {
        Draw draw = company.draw().of(Salt.INCIDENT).of(-month.ordinal()).of(number);
        int length = length(kind, draw);
        long start = month.startHour() + draw.below(month.hours() - length + 1, Of.START.ordinal());
        return incident(month + "-" + (number + 1), (month.ordinal() + 1) * NUMBERS + number, kind, size, start,
                start + length, draw, taken);
    }

    private static int length(AnomalyKind kind, Draw draw) {
        return kind.leastHours() + draw.below(kind.mostHours() - kind.leastHours() + 1, Of.LENGTH.ordinal());
    }

    /** @param taken ids of resources that something happens to; no two things happen to one */
    private Incident incident(String id, long number, AnomalyKind kind, AnomalySize size, long start, long end,
            Draw draw, Set<String> taken) {
        IncidentKit kit = company.mix().incident(kind);
        Resource host = kit.found() ? host(kit, draw, taken) : null;
        Resource resource = host == null ? added(kit, kind, number, draw) : host;
        return new Incident(spec.provider().label() + "-" + id, kind, size, resource, kit.line(),
                machines(kit, resource, host != null), host != null, start, end,
                amounts.budget() * size.part(draw.unit(Of.PART.ordinal())));
    }

    private Resource added(IncidentKit kit, AnomalyKind kind, long number, Draw draw) {
        long cohort = draw.below(Math.max(1, Math.min(COHORTS, structure.coreSlices())), Of.PLACE.ordinal());
        boolean stolen = kind == AnomalyKind.CRYPTO_MINING;
        boolean trial = kind == AnomalyKind.GPU_CLUSTER_FORGOTTEN;
        Region region = stolen ? company.sites().foreign(number) : company.region(cohort);
        return Resource.incident(company, kit.added(), number, stolen || trial,
                trial ? playground(cohort) : company.account(cohort), region);
    }

    /** Where people try things out: a sandbox, or where they have none an account that is not production, if there is one. */
    private SubAccount playground(long cohort) {
        List<SubAccount> accounts = company.organisation().accounts();
        for (Environment environment : List.of(Environment.SANDBOX, Environment.DEVELOPMENT, Environment.STAGING)) {
            for (SubAccount account : accounts) {
                if (account.environment() == environment) {
                    return account;
                }
            }
        }
        return company.account(cohort);
    }

    /** The first that can be a host from anywhere on; null where there is none near. */
    private @Nullable Resource host(IncidentKit kit, Draw draw, Set<String> taken) {
        int slices = structure.coreSlices();
        int first = slices == 0 ? 0 : draw.below(slices, Of.PLACE.ordinal());
        for (int i = 0; i < Math.min(slices, COHORTS); i++) {
            Resource host = host(kit, (first + i) % slices, taken);
            if (host != null) {
                return host;
            }
        }
        return null;
    }

    private @Nullable Resource host(IncidentKit kit, int slice, Set<String> taken) {
        SubAccount account = company.account(slice);
        Region region = company.region(slice);
        long end = Cohort.firstStack(slice) + Cohort.stacks(slice);
        for (long stack = Cohort.firstStack(slice); stack < end; stack++) {
            StackType type = company.variant(stack);
            int slots = structure.slots(stack, type);
            for (int slot = 0; slot < slots; slot++) {
                Kit found = type.kit(slot, structure.anchors(slice));
                if (kit.hosts().contains(found.blueprint())) {
                    Resource host = Resource.of(company, found, stack, slot, account, region);
                    if (!machines(kit, host, true).isEmpty() && taken.add(host.id())) {
                        return host;
                    }
                }
            }
        }
        return null;
    }

    /** What the meter can be charged as: nothing that the resource has anyway, or that a commitment would have covered. */
    private List<Machine> machines(IncidentKit kit, Resource resource, boolean found) {
        Commitments commitments = resource.region().index() == company.home().index()
                ? amounts.commitments()
                : null;
        List<Machine> machines = new ArrayList<>();
        for (Machine machine : kit.line().machines()) {
            boolean covered = commitments != null && commitments.covers(machine);
            if (!covered && !(found && machine.parts().stream().anyMatch(part -> has(resource, part.sku())))) {
                machines.add(machine);
            }
        }
        return machines;
    }

    private static boolean has(Resource resource, Sku sku) {
        return resource.kit().lines().stream()
                .flatMap(line -> line.machines().stream()).flatMap(machine -> machine.parts().stream())
                .anyMatch(part -> part.sku().equals(sku));
    }
}
