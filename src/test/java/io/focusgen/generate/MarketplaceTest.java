package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.MarketplaceProduct;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Ids;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What others sell through the provider is invoiced by it, under the names of both. */
class MarketplaceTest {

    static List<Provider> providers() {
        return Provider.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aDozenProductsOfManyPublishersAreSold(Provider provider) {
        Catalog catalog = Catalog.of(provider);

        assertThat(catalog.marketplace()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(catalog.marketplace().stream().map(MarketplaceProduct::publisher).distinct().count())
                .isGreaterThanOrEqualTo(9);
        for (MarketplaceProduct.Kind kind : MarketplaceProduct.Kind.values()) {
            assertThat(catalog.marketplace(kind)).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"aws, USD, HOURLY, 30000, ENTERPRISE", "aws, USD, HOURLY, 100000, STARTUP",
            "azure, EUR, DAILY, 30000, ENTERPRISE", "gcp, JPY, DAILY, 30000, GREENFIELD",
            "gcp, USD, MONTHLY, 30000, ML_AI"})
    void itHasUseSubscriptionsAndAContractOfSeveralPublishers(String provider, String currency, Granularity grain,
            long rows, Profile profile) {
        Bill bill = Bill.of(Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(profile).seed(8));
        String cloud = bill.plan().spec().provider().focusName();
        List<Bill.Line> sold = sold(bill, cloud);
        List<Bill.Line> charged = sold.stream().filter(line -> !line.isTax()).toList();

        assertThat(charged).hasSize(sold.size() / 2);
        assertThat(charged.stream().map(line -> line.get(FocusColumn.PUBLISHER_NAME)).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(charged.stream().filter(Bill.Line::isUsage)).hasSizeGreaterThanOrEqualTo(1)
                .allMatch(line -> line.charge().rows() == bill.plan().month(bill.plan().spec().dataset().firstMonth())
                        .periods());
        assertThat(charged.stream().filter(line -> line.is(FocusColumn.CHARGE_FREQUENCY, "Recurring"))).hasSize(4);
        assertThat(charged.stream().filter(line -> line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time"))).hasSize(1);
        assertThat(sold).allMatch(line -> line.is(FocusColumn.PROVIDER_NAME, cloud)
                && line.is(FocusColumn.INVOICE_ISSUER_NAME, cloud) && line.is(FocusColumn.HOST_PROVIDER_NAME, cloud)
                && line.get(FocusColumn.PUBLISHER_NAME).equals(line.get(FocusColumn.SERVICE_PROVIDER_NAME)));
        assertThat(charged).allMatch(line -> line.billed().compareTo(line.effective()) == 0
                && line.billed().compareTo(line.list()) == 0);
        Set<String> resources = charged.stream().map(line -> line.get(FocusColumn.RESOURCE_ID))
                .collect(Collectors.toSet());
        assertThat(resources).hasSameSizeAs(charged);
        double part = charged.stream().mapToDouble(line -> line.billed().doubleValue()).sum()
                / bill.plan().budget().doubleValue();
        assertThat(part).isBetween(0.0095, 0.026);
        assertThat(bill.billedBeforeTax().doubleValue() / bill.plan().budget().doubleValue())
                .isCloseTo(1, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"aws, USD, HOURLY, 30000, ENTERPRISE, REAL", "aws, USD, HOURLY, 100000, STARTUP, ALPHA",
            "azure, EUR, DAILY, 30000, ENTERPRISE, ALPHA", "gcp, EUR, DAILY, 30000, LARGE_BUSINESS, REAL",
            "gcp, USD, MONTHLY, 30000, ML_AI, ALPHA"})
    void sellersThatInvoiceThemselvesCostNothingHere(String provider, String currency, Granularity grain, long rows,
            Profile profile, Ids ids) {
        Request request = Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(profile).seed(8).ids(ids);
        Bill invoiced = Bill.of(request);
        Bill bill = Bill.of(request.sellersInvoice());
        String cloud = bill.plan().spec().provider().focusName();
        List<Bill.Line> sold = sold(bill, cloud);
        List<Bill.Line> charged = sold(invoiced, cloud).stream().filter(line -> !line.isTax()).toList();

        assertThat(bill.lines().stream().mapToLong(line -> line.charge().rows()).sum()).isEqualTo(rows);
        assertThat(sold).hasSameSizeAs(charged).noneMatch(Bill.Line::isTax)
                .allMatch(line -> line.is(FocusColumn.PROVIDER_NAME, cloud)
                        && line.is(FocusColumn.HOST_PROVIDER_NAME, cloud)
                        && line.get(FocusColumn.PUBLISHER_NAME).equals(line.get(FocusColumn.INVOICE_ISSUER_NAME))
                        && line.get(FocusColumn.PUBLISHER_NAME).equals(line.get(FocusColumn.SERVICE_PROVIDER_NAME)))
                .allMatch(line -> line.billed().signum() == 0 && line.effective().signum() == 0
                        && line.list().signum() > 0 && line.contracted().compareTo(line.list()) == 0);
        assertThat(
                sold.stream().map(line -> line.get(FocusColumn.SKU_PRICE_ID) + line.get(FocusColumn.LIST_UNIT_PRICE)))
                .containsExactlyElementsOf(charged.stream()
                        .map(line -> line.get(FocusColumn.SKU_PRICE_ID) + line.get(FocusColumn.LIST_UNIT_PRICE))
                        .toList());
        assertThat(sold.stream().mapToDouble(line -> line.list().doubleValue()).sum())
                .isCloseTo(charged.stream().mapToDouble(line -> line.list().doubleValue()).sum(), withinPercentage(5));
        assertThat(bill.lines()).filteredOn(line -> !sold.contains(line))
                .allMatch(line -> line.is(FocusColumn.INVOICE_ISSUER_NAME, cloud));
        assertThat(bill.billedBeforeTax().doubleValue() / bill.plan().budget().doubleValue())
                .isCloseTo(1, within(0.005));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void vendorsDoNotCostAlike(Provider provider) {
        Bill bill = Bill.of(Request.rows(100_000).providers(provider.label()).daily().profile(Profile.ENTERPRISE)
                .seed(6));
        List<Double> costs = sold(bill, bill.plan().spec().provider().focusName()).stream()
                .filter(Bill.Line::isUsage).map(line -> line.billed().doubleValue()).sorted().toList();

        assertThat(costs).hasSize(3);
        assertThat(costs.get(2) / costs.get(0)).isGreaterThan(1.1);
    }

    @Test
    void everySellerHasAnInvoiceOfItsOwnInEveryMonth() {
        Map<String, Set<String>> issuers = new TreeMap<>();
        for (Provider provider : providers()) {
            Plan plan = Plan.of(Request.rows(30_000).providers(provider.label()).monthly().sellersInvoice().bill());
            for (int month = 0; month < 3; month++) {
                BillingMonth billed = plan.spec().dataset().firstMonth().plus(month);
                Bill.visit(plan, billed, line -> issuers
                        .computeIfAbsent(line.get(FocusColumn.INVOICE_ID), first -> new TreeSet<>())
                        .add(provider + "/" + billed + "/" + line.get(FocusColumn.INVOICE_ISSUER_NAME)));
            }
        }

        assertThat(issuers.values()).allMatch(issuer -> issuer.size() == 1);
        assertThat(issuers.values().stream().distinct()).hasSameSizeAs(issuers.values());
        assertThat(issuers.keySet()).filteredOn(id -> id.contains("MONGODB"))
                .allMatch(id -> id.matches("MONGODBINC-2026(01|02|03)-[AMG][1-9][0-9]{5}")).hasSize(9);
    }

    private static List<Bill.Line> sold(Bill bill, String cloud) {
        return bill.lines().stream().filter(line -> !line.is(FocusColumn.PUBLISHER_NAME, cloud)).toList();
    }
}
