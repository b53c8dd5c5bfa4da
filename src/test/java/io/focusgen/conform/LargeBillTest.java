package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

/** A month of hourly rows: the checker must hold what it knows of ids, not rows. */
@Tag("long")
class LargeBillTest {

    private static final long MARCH = Instant.parse("2025-03-01T00:00:00Z").getEpochSecond();
    private static final int HOURS = 31 * 24;
    private static final BigDecimal PRICE = new BigDecimal("0.0961237");

    @Test
    void aMillionHourlyRowsLeaveLittleBehind() throws IOException {
        int instances = 1_000_000 / HOURS;
        Bill bill = new Bill(instances);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        CsvCells cells = new CsvCells(bill);
        Conformance check = Conformance.costAndUsage(FocusVersion.V1_2, cells.header(), Options.COMPLETE);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;

        List<@Nullable String[]> batch = new ArrayList<>();
        @Nullable
        String[] next = cells.next();
        while (next != null) {
            batch.clear();
            while (next != null && batch.size() < 10_000) {
                batch.add(next);
                next = cells.next();
            }
            long start = threads.getCurrentThreadCpuTime();
            batch.forEach(check::row);
            nanos += threads.getCurrentThreadCpuTime() - start;
        }
        batch.clear();
        System.gc();
        long held = runtime.totalMemory() - runtime.freeMemory() - before;
        Report report = check.finish();

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.rows()).isEqualTo(instances * HOURS + 1L);
        assertThat(held).as("bytes held").isLessThan(200 << 20);
        assertThat(report.rows() * 1e9 / nanos).as("rows a second of one core").isGreaterThan(50_000);
    }

    /** Instance after instance, hour after hour, then one Tax row. */
    private static final class Bill extends InputStream {
        private final List<FocusColumn> columns = FocusColumn.of(FocusVersion.V1_2);
        private final int instances;
        private final Line template = new SampleBill().line("web");
        private int instance;
        private int hour;
        private BigDecimal total = BigDecimal.ZERO;
        private byte[] line = String.join(",", columns.stream().map(FocusColumn::id).toList()).concat("\n")
                .getBytes(StandardCharsets.US_ASCII);
        private int at;
        private boolean ended;

        Bill(int instances) {
            this.instances = instances;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in bulk");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == line.length && !nextLine()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean nextLine() {
            if (ended) {
                return false;
            }
            if (instance == instances) {
                ended = true;
                Line tax = new SampleBill().line("tax-web");
                BigDecimal owed = total.multiply(new BigDecimal("0.08")).setScale(2, RoundingMode.HALF_UP);
                tax.set(FocusColumn.LIST_COST, owed).set(FocusColumn.CONTRACTED_COST, owed).billed(owed)
                        .effective(owed);
                write(tax);
                return true;
            }
            String quantity = "0." + (100_000 + (instance * 7919 + hour * 104_729) % 800_000);
            template.set(FocusColumn.CHARGE_PERIOD_START, UtcTime.text(MARCH + hour * UtcTime.HOUR))
                    .set(FocusColumn.CHARGE_PERIOD_END, UtcTime.text(MARCH + (hour + 1) * UtcTime.HOUR))
                    .resource("arn:aws:ec2:us-east-1:" + SampleBill.WEB + ":instance/i-" + (0x1000_0000L + instance),
                            "web-" + instance, "instance")
                    .set(FocusColumn.TAGS, "{\"application\":\"checkout\",\"cost-center\":\"cc-" + instance % 90
                            + "\",\"environment\":\"production\",\"owner\":\"team-" + instance % 40 + "\"}")
                    .set(FocusColumn.CONSUMED_QUANTITY, quantity)
                    .priced(PRICE.toPlainString(), PRICE.toPlainString(), quantity, "Hours").plain();
            total = total.add(template.number(FocusColumn.BILLED_COST));
            write(template);
            hour++;
            if (hour == HOURS) {
                hour = 0;
                instance++;
            }
            return true;
        }

        private void write(Line row) {
            StringBuilder text = new StringBuilder();
            for (FocusColumn column : columns) {
                String cell = row.get(column);
                text.append(column == columns.get(0) ? "" : ",");
                text.append(cell == null ? "" : cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            line = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
            at = 0;
        }
    }
}
