package io.focusgen.truth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.summary.Effort;
import io.focusgen.table.TableColumn;

/** The answer sheets that there are. Each answers for its own columns and lines. */
public enum Sheet {
    ANOMALIES("anomalies", "What went wrong: who, where, when, and what it cost extra.",
            AnomalyColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            return SheetLines.of(AnomalySheet.lines(plan));
        }
    },
    WASTE("waste", "What nobody needs, and what each thing would save.", WasteColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            return SheetLines.of(WasteSheet.of(plan, cancelled).lines());
        }
    },
    OWNERSHIP("ownership", "Who really owns every resource, whatever its tags say.",
            OwnershipColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            return new Ownership(plan);
        }
    },
    COVERAGE("coverage", "What commitments cover of each family of SKUs, month by month.",
            CoverageColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            require(plan.spec());
            return SheetLines.of(Coverage.lines(plan, cancelled));
        }
    },
    COMMITMENTS("commitments", "What of each commitment is used, month by month.", CommitmentColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            require(plan.spec());
            return SheetLines.of(CommitmentUse.lines(plan, cancelled));
        }
    },
    DRIVERS("drivers", "What the business of each application did on every day: what usage follows.",
            DriverColumns.ALL) {
        @Override
        SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled) {
            return new Drivers(plan.spec());
        }
    };

    private static final String SUMS = "a sheet that adds up so many months and providers";

    private final String label;
    private final String help;
    private final List<? extends TableColumn> columns;

    Sheet(String label, String help, List<? extends TableColumn> columns) {
        this.label = label;
        this.help = help;
        this.columns = columns;
    }

    /** As in paths. */
    public String label() {
        return label;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    /** In file order. */
    public List<? extends TableColumn> columns() {
        return columns;
    }

    /**
     * Checks that a data set is not too large for this sheet.
     *
     * @throws io.focusgen.spec.RefusedException naming the most rows that it may have
     */
    public void require(DatasetSpec spec) {
        if (this == COVERAGE || this == COMMITMENTS) {
            Effort.require(spec, SUMS);
        }
    }

    /** Whether it is made at once, in one part. */
    boolean isShort() {
        return this != OWNERSHIP && this != DRIVERS;
    }

    /**
     * Its lines about a data set.
     *
     * @param cancelled asked again and again, from this thread; yes ends the work
     * @throws CancellationException where it says yes
     * @throws io.focusgen.spec.RefusedException where the data set is too large for this sheet
     */
    abstract SheetLines lines(DatasetPlan plan, BooleanSupplier cancelled);

    public static Optional<Sheet> byLabel(String label) {
        return Stream.of(values()).filter(sheet -> sheet.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Sheet::label).toList();
    }
}
