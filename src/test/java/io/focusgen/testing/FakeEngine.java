package io.focusgen.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Export;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedBill;
import io.quarkus.test.junit.QuarkusTestProfile;

/** An engine whose rows are their number alone, ten a block. It notes what it is asked to do. */
@Alternative
@Singleton
public class FakeEngine implements ExportOpener {

    /** Runs the service with this engine. */
    public static class Profile implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FakeEngine.class);
        }
    }

    /** Seeds that make the engine fail. */
    public static final long FAILS_TO_PLAN = 500;
    public static final long REFUSES_TO_PLAN = 400;
    public static final long FAILS_IN_FIRST_BLOCK = 501;
    public static final long FAILS_LATER = 502;

    /** A seed whose plan waits until {@link #planGate} is open. */
    public static final long PLANS_LONG = 503;

    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger encoded = new AtomicInteger();
    public volatile String planningThread = "";
    public volatile CountDownLatch planGate = new CountDownLatch(0);

    @Override
    public Export open(DatasetSpec spec) {
        opened.incrementAndGet();
        planningThread = Thread.currentThread().getName();
        if (spec.seed() == PLANS_LONG) {
            waitForGate();
        }
        if (spec.seed() == FAILS_TO_PLAN) {
            throw new IllegalStateException("secret detail");
        }
        if (spec.seed() == REFUSES_TO_PLAN) {
            throw new RefusedException(
                    List.of(new Violation("shard", spec.shard().toString(), "At most 7 shards.", "7/7")));
        }
        return new FakeExport(spec);
    }

    private void waitForGate() {
        try {
            if (!planGate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class FakeExport implements Export {

        private static final int ROWS_PER_BLOCK = 10;

        private final DatasetSpec spec;

        FakeExport(DatasetSpec spec) {
            this.spec = spec;
        }

        @Override
        public long rows() {
            return spec.rows() * spec.months() * spec.providers().size();
        }

        @Override
        public List<PlannedBill> bills() {
            BigDecimal budget = spec.budget() == null
                    ? BigDecimal.valueOf(spec.profile().naturalBudget())
                    : spec.budget();
            BigDecimal coverage = spec.commitmentCoverage() == null
                    ? DatasetSpec.DEFAULT_COVERAGE
                    : spec.commitmentCoverage();
            return spec.bills().stream().map(bill -> new PlannedBill(bill.provider().label(), budget,
                    bill.currency().code(), coverage)).toList();
        }

        @Override
        public BlockSource blocks(Format format) {
            return new BlockSource() {
                @Override
                public long blocks() {
                    return (rows() + ROWS_PER_BLOCK - 1) / ROWS_PER_BLOCK;
                }

                @Override
                public void encode(long block, ByteOutput out) {
                    encodeBlock(block, out);
                }
            };
        }

        private void encodeBlock(long block, ByteOutput out) {
            encoded.incrementAndGet();
            if (spec.seed() == FAILS_IN_FIRST_BLOCK || spec.seed() == FAILS_LATER && block * 10 >= rows() * 9 / 10) {
                throw new IllegalStateException("secret detail");
            }
            StringBuilder text = new StringBuilder();
            if (block == 0) {
                text.append(spec.columns().stream().map(OutputColumn::id)
                        .collect(Collectors.joining(String.valueOf(spec.text().delimiter().character()))))
                        .append('\n');
            }
            for (long row = block * ROWS_PER_BLOCK; row < Math.min(rows(), (block + 1) * ROWS_PER_BLOCK); row++) {
                text.append(row).append('\n');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            out.ensure(bytes.length);
            System.arraycopy(bytes, 0, out.array(), out.length(), bytes.length);
            out.length(out.length() + bytes.length);
        }
    }
}
