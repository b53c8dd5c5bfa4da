package io.focusgen.encode.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Currency;
import io.focusgen.estate.QuantityScale;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Rates;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Every number of a bill has room in the decimals of a Parquet file: none is found too fine or too large on the way. */
class DecimalRoomTest {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(ParquetTypes.PRECISION - ParquetTypes.SCALE);

    @Test
    void aCostHasRoomForAllItsDecimals() {
        assertThat(ParquetTypes.SCALE).isEqualTo(QuantityScale.MOST_OF_COST);
    }

    static Stream<Request> bills() {
        List<Request> bills = new ArrayList<>();
        for (String provider : List.of("aws", "azure", "gcp")) {
            List<Currency> currencies = provider.equals("aws") ? List.of(Currency.usd()) : Currency.all();
            for (Currency currency : currencies) {
                Profile[] profiles = Profile.values();
                for (int i = 0; i < profiles.length; i++) {
                    Request request = Request.rows(4_000).providers(provider).currency(currency.code())
                            .month("20" + (20 + i) + "-0" + (i + 1)).profile(profiles[i]).seed(i);
                    bills.add(i % 2 == 0 ? request.daily() : request.monthly());
                    bills.add(request.daily().anomalies(2).waste(20).budgetAbout("0.01"));
                    bills.add(request.monthly().anomalies(2).waste(20).budgetAbout("10000000000"));
                }
            }
        }
        return bills.stream();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void everyNumberHasRoom(Request request) {
        List<String> beyond = new ArrayList<>();
        int[] lines = {0};
        Bill.of(request).lines().forEach(line -> {
            lines[0]++;
            Rates rates = line.charge().rates();
            BigDecimal most = line.quantity().abs();
            int scale = line.charge().quantity().scale();
            for (@Nullable
            Decimal unit : new @Nullable Decimal[]{rates.list(), rates.contracted(), rates.billed(), rates.effective(),
                    rates.commitment(), rates.consumed(), rates.priced()}) {
                if (unit != null && (unit.toBigDecimal().stripTrailingZeros().scale() + scale > ParquetTypes.SCALE
                        || unit.toBigDecimal().abs().multiply(most).compareTo(MOST) >= 0)) {
                    beyond.add(unit.toBigDecimal() + " times " + line.quantity() + " of scale " + scale + " in "
                            + line.get(FocusColumn.SKU_ID));
                }
            }
            for (FocusColumn column : FocusColumn.values()) {
                String text = line.get(column);
                if (column.type() == ColumnType.DECIMAL && text != null && !has(new BigDecimal(text))) {
                    beyond.add(column + " " + text);
                }
            }
        });
        assertThat(beyond).isEmpty();
        assertThat(lines[0]).isPositive();
    }

    private static boolean has(BigDecimal value) {
        return value.scale() <= ParquetTypes.SCALE && value.abs().compareTo(MOST) < 0;
    }
}
