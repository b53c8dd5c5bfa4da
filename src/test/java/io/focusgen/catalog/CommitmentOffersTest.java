package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.ServiceCategory;

/** What each provider sells: products, terms, payments and the periods of their fees. */
class CommitmentOffersTest {

    private static List<CommitmentOffer> all() {
        return Provider.all().stream().flatMap(provider -> Catalog.of(provider).offers().stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({"aws, 18, 'compute-savings-plan,ec2-instance-savings-plan,ec2-reserved-instance',"
            + " 'all-upfront,no-upfront,partial-upfront', Reserved Instance, Savings Plan",
            "azure, 8, 'compute-savings-plan,vm-reservation', 'all-upfront,monthly', Reservation, Savings Plan",
            "gcp, 4, 'flex-cud,resource-cud', no-upfront, Resource-based committed use discount,"
                    + " Spend-based committed use discount"})
    void everyProductIsSoldForBothTermsUnderEveryPaymentOfItsProvider(String provider, int lines, String products,
            String payments, String usageType, String spendType) {
        List<CommitmentOffer> offers = Catalog.of(Provider.of(provider)).offers();
        Set<String> sold = new TreeSet<>();
        Set<String> paid = new TreeSet<>();
        Set<List<Object>> combinations = new HashSet<>();
        for (CommitmentOffer offer : offers) {
            sold.add(offer.product());
            paid.add(offer.payment().label());
            combinations.add(List.of(offer.product(), offer.termYears(), offer.payment()));
            assertThat(offer.type()).isEqualTo(offer.category() == CommitmentCategory.USAGE ? usageType : spendType);
        }
        assertThat(offers).hasSize(lines);
        assertThat(combinations).hasSize(lines).hasSize(sold.size() * 2 * paid.size());
        assertThat(String.join(",", sold)).isEqualTo(products);
        assertThat(String.join(",", paid)).isEqualTo(payments);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLineSaysHowItIsPaid(CommitmentOffer offer) {
        assertThat(offer.isUpfront()).isEqualTo(offer.payment() == CommitmentPayment.PARTIAL_UPFRONT
                || offer.payment() == CommitmentPayment.ALL_UPFRONT);
        assertThat(offer.fee() == FeePeriod.ONE_TIME).isEqualTo(offer.payment() == CommitmentPayment.ALL_UPFRONT);
        assertThat(offer.service().category()).isEqualTo(ServiceCategory.COMPUTE);
        assertThat(offer.unit()).isEqualTo(offer.category() == CommitmentCategory.USAGE ? "Hours" : "USD");
    }

    @Test
    void recurringFeesArePaidByTheMonthOrTheHourAsTheProviderDoes() {
        for (CommitmentOffer offer : all()) {
            boolean byHour = offer.type().startsWith("Savings") && offer.service().name().contains("AWS")
                    || offer.type().endsWith("committed use discount");
            if (offer.fee() != FeePeriod.ONE_TIME) {
                assertThat(offer.fee()).as(offer.key()).isEqualTo(byHour ? FeePeriod.HOURLY : FeePeriod.MONTHLY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePartsOfAPriceAddUpToIt(CommitmentOffer offer) {
        for (String list : List.of("1", "0.096", "0.02181159", "0.0042371", "24.48", "0.1234567", "9.999999")) {
            Price price = offer.price(Price.of(list));
            assertThat(offer.upfrontPart(price).decimal().add(offer.recurringPart(price).decimal()))
                    .isEqualByComparingTo(price.decimal());
            assertThat(offer.upfrontPart(price).toDouble() / price.toDouble()).isBetween(
                    offer.upfront().toDouble() - 0.005, offer.upfront().toDouble() + 0.005);
        }
    }

    @Test
    void payingMoreAtOnceOrForLongerIsCheaper() {
        for (CommitmentOffer a : all()) {
            for (CommitmentOffer b : Catalog.of(provider(a)).offers()) {
                if (a.product().equals(b.product()) && a.payment() == b.payment() && a.termYears() < b.termYears()) {
                    assertThat(a.discount().toDouble()).isLessThan(b.discount().toDouble());
                }
                if (a.product().equals(b.product()) && a.termYears() == b.termYears()
                        && a.upfront().toDouble() < b.upfront().toDouble()) {
                    assertThat(a.discount().toDouble()).isLessThanOrEqualTo(b.discount().toDouble());
                }
            }
        }
    }

    private static Provider provider(CommitmentOffer offer) {
        return Provider.all().stream().filter(some -> Catalog.of(some).offers().contains(offer)).findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
            "aws, ec2-reserved-1yr-no-upfront, ec2-m5-large, HeavyUsage:m5.large",
            "aws, ec2-instance-savings-plan-3yr-all-upfront, ec2-instance-savings-plan, EC2SP:c7g.3yrAllUpfront",
            "aws, compute-savings-plan-1yr-partial-upfront, compute-savings-plan, ComputeSP:1yrPartialUpfront",
            "azure, vm-reservation-3yr-monthly, vmss-d2s-v5, Standard_D2s_v5 Reservation",
            "azure, compute-savings-plan-1yr-monthly, compute-savings-plan, Compute Savings Plan",
            "gcp, resource-cud-1yr, e2-core, Commitment v1: E2 Cpu in Americas for 1 Year",
            "gcp, resource-cud-3yr, e2-ram, Commitment v1: E2 Ram in Americas for 3 Year",
            "gcp, flex-cud-3yr, flex-cud, Compute Flexible Committed Use Discounts - 3 Year"})
    void itsOwnChargesHaveTheProvidersOwnMeter(String provider, String key, String skuKey, String meter) {
        Catalog catalog = Catalog.of(Provider.of(provider));
        CommitmentOffer offer = catalog.offers().stream().filter(some -> some.key().equals(key)).findFirst()
                .orElseThrow();
        Sku sku = catalog.sku(skuKey);
        Region region = sku.service().global() ? null : catalog.regions().get(0);
        Set<String> prices = new HashSet<>();
        for (PriceTerm term : List.of(PriceTerm.PURCHASE, PriceTerm.UPFRONT, PriceTerm.UNUSED)) {
            SkuTexts texts = catalog.texts(new OfferUse(offer, sku, "c7g", region, term, Price.of("0.06")));
            assertThat(texts.meter()).isEqualTo(meter);
            assertThat(texts.description()).doesNotContain("{", "}");
            assertThat(texts.details()).startsWith("{\"").endsWith("\"x_TermYears\":" + offer.termYears()
                    + ",\"x_PaymentOption\":\"" + offer.paymentName() + "\"}");
            assertThat(texts.id()).isNotEqualTo(catalog.skuId(sku, region));
            prices.add(texts.priceId());
        }
        assertThat(prices).hasSize(3);
    }
}
