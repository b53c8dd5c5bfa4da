package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final Region HOME = CATALOG.regions().get(0);
    private static final Region IRELAND = CATALOG.regions().stream().filter(region -> region.id().equals("eu-west-1"))
            .findFirst().orElseThrow();

    @Test
    void metersNameTheRegionExceptAtHome() {
        Sku machine = CATALOG.sku("ec2-m5-large");

        assertThat(CATALOG.meter(machine, HOME)).isEqualTo("BoxUsage:m5.large");
        assertThat(CATALOG.meter(machine, IRELAND)).isEqualTo("EU-BoxUsage:m5.large");
        assertThat(CATALOG.meter(CATALOG.sku("fargate-vcpu"), HOME)).isEqualTo("USE1-Fargate-vCPU-Hours:perCPU");
        assertThat(CATALOG.meter(CATALOG.sku("kms-key"), IRELAND)).isEqualTo("eu-west-1-KMS-Keys");
        assertThat(CATALOG.meter(CATALOG.sku("cf-https-us"), null)).isEqualTo("US-Requests-Tier2-HTTPS");
    }

    @Test
    void dataBetweenRegionsNamesTheOtherRegion() {
        Sku transfer = CATALOG.sku("ec2-dt-interregion-out");

        assertThat(CATALOG.meter(transfer, IRELAND)).isEqualTo("EU-USE1-AWS-Out-Bytes");
        assertThat(CATALOG.meter(transfer, HOME)).isEqualTo("USE1-USW2-AWS-Out-Bytes");
        assertThat(CATALOG.description(transfer, 0, IRELAND))
                .isEqualTo("$0.02 per GB - EU (Ireland) data transfer to US East (N. Virginia)");
    }

    @Test
    void pricesInSentencesMayBePerBatch() {
        assertThat(CATALOG.description(CATALOG.sku("sqs-fifo"), 0, HOME))
                .isEqualTo("$0.50 per million FIFO requests, US East (N. Virginia)");
        assertThat(CATALOG.description(CATALOG.sku("s3-req1"), 0, HOME))
                .isEqualTo("$0.005 per 1,000 PUT, COPY, POST or LIST requests");
        assertThat(CATALOG.description(CATALOG.sku("support-developer"), 0, null))
                .isEqualTo("3.00% of monthly AWS usage");
    }

    @Test
    void tiersAreNamedByTheirBounds() {
        Sku egress = CATALOG.sku("ec2-dt-out-internet");

        assertThat(CATALOG.description(egress, 0, HOME)).endsWith("first 100 GB / month");
        assertThat(CATALOG.description(egress, 1, HOME)).endsWith("first 10 TB / month");
        assertThat(CATALOG.description(egress, 2, HOME)).endsWith("next 40 TB / month");
        assertThat(CATALOG.description(egress, 4, HOME)).endsWith("over 150 TB / month");
        assertThat(CATALOG.description(CATALOG.sku("lambda-gbs"), 1, HOME))
                .endsWith("first 6 billion GB-Seconds / month");
    }

    @Test
    void aPriceFindsItsTier() {
        Sku egress = CATALOG.sku("ec2-dt-out-internet");

        assertThat(CATALOG.description(egress, Price.of("0.085"), HOME))
                .isEqualTo(CATALOG.description(egress, 2, HOME));
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.description(egress, Price.of("0.123"), HOME));
        assertThat(CATALOG.description(CATALOG.sku("ec2-m5-large"), Price.of("0.0346"), HOME))
                .isEqualTo("$0.0346 per On Demand Linux m5.large instance hour");
    }

    @Test
    void azureNamesTheProductTheMeterAndTheRegionAndNoPrice() {
        Catalog azure = Catalog.of(Provider.of("azure"));
        Region home = azure.regions().get(0);
        Sku machine = azure.sku("vmss-d4s-v5");

        assertThat(azure.meter(machine, home)).isEqualTo("D4s v5");
        assertThat(azure.description(machine, 0, home))
                .isEqualTo("Virtual Machines Dsv5 Series - D4s v5 - US East");
        assertThat(azure.spotDescription(machine, Price.of("0.192"), home))
                .isEqualTo("Virtual Machines - D4s v5 Spot - US East");
        assertThat(azure.description(azure.sku("lb-data"), 0, home))
                .isEqualTo("Load Balancer - Standard Data Processed");
    }

    @Test
    void aTierThatCountsOnTopOfAFreeAllowanceIsTheNext() {
        Catalog azure = Catalog.of(Provider.of("azure"));
        Region home = azure.regions().get(0);
        Sku egress = azure.sku("vmss-bw-out");

        assertThat(azure.description(egress, 0, home)).endsWith("first 100 GB / month");
        assertThat(azure.description(egress, 1, home)).endsWith("next 10 TB / month");
        assertThat(azure.description(egress, 2, home)).endsWith("next 40 TB / month");
        assertThat(azure.description(egress, 4, home)).endsWith("over 153700 GB / month");
        assertThat(azure.description(azure.sku("func-exec"), 0, home)).endsWith("first 1 million Executions / month");
    }
}
