package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenTablesTest {

    private static final TableSource BUILT_IN = TableSource.beside(Catalog.class, Provider.of("aws"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            services.csv;  Virtual Machines;                   Virtual Mashines;          subcategory;    not under Compute
            services.csv;  Storage,Block;                      Stowage,Block;             category;       Stowage is no service category
            services.csv;  Block Storage,no;                   Block Storage,maybe;       global;         maybe is neither yes nor no
            services.csv;  Amazon Elastic Block Store;         Amazon Elastic Compute Cloud; name;        stands twice
            regions.csv;   us-west-2a|;                        us-west-3a|;               zones;          us-west-3a is no zone of us-west-2
            regions.csv;   USW2,USW2;                          ,USW2;                     prefix;         only the home region
            regions.csv;   1.0000,1.0000,1.0000,300;           1.1000,1.0000,1.0000,300;  compute;        home region
            regions.csv;   USE2,USE2,US;                       USE2,USE2,us;              country;        us is not two capital letters
            regions.csv;   us-east-2,;                         us-west-2,;                id;             us-west-2 stands twice
            skus.csv;      0..:0.0208;                         0.0208;                    tiers;          not of the form
            skus.csv;      0..:0.0208;                         1..:0.0208;                tiers;          does not begin where
            skus.csv;      0..:0.0208;                         0..10:0.0208;              tiers;          the last tier must be open
            skus.csv;      0..:0.0208;                         0..:0.020812345;           tiers;          more than 7 digits
            skus.csv;      0..100:0|100..10240;                0..100:0|101..10240;       tiers;          does not begin where
            skus.csv;      10240:0.09|;                        10240:0.085|;              tiers;          the price of an earlier tier
            skus.csv;      {prefix}BoxUsage:t3.small;          {prefix}BoxUsage:{type};   meter;          {type} is not one of
            skus.csv;      {prefix}BoxUsage:t3.small;          {prefix;                   meter;          {{prefix} is not one of
            skus.csv;      per On Demand Linux t3.small;       {tier} Linux t3.small;     description;    {tier} without several tiers
            skus.csv;      US-Requests-Tier2-HTTPS;            {prefix}Requests;          meter;          {prefix} in a global service
            skus.csv;      ec2-t3-small,;                      ec2-t3-micro,;             key;            ec2-t3-micro stands twice
            skus.csv;      ec2-t3-small,Amazon Elastic Compute Cloud; ec2-t3-small,Amazon; service;       Amazon is not in services.csv
            skus.csv;      1000 Tokens,Tokens,1000;            1000 Tokens,Tokens,100;    consumed_per_unit; do not make one of 1000 Tokens
            skus.csv;      instance hour,hours,Hours,Hours,1;  instance hour,hours,GB,GB,1; unit;         machines are charged by Hours
            skus.csv;      instance hour,hours,;               instance hour,days,;       kind;           days is not one of
            skus.csv;      compute,0.66,compute,yes;           all,0.66,compute,yes;      eligible;       all is neither
            skus.csv;      compute,0.66,compute,yes;           compute,1,compute,yes;     spot_discount;  below 1
            skus.csv;      compute,0.66,compute,yes;           compute,0.66,east,yes;     rate;           east is not one of
            ladders.csv;   ec2-t4g-nano|;                      ec2-t4g-pico|;             skus;           ec2-t4g-pico is not in skus.csv
            ladders.csv;   ec2-t4g-nano|;                      ec2-p5-48xlarge|;          skus;           does not cost more than ec2-p5-48xlarge
            ladders.csv;   ec2-t4g-nano|;                      nat-bytes|;                skus;           not a machine
            ladders.csv;   ec2-t4g-nano|;                      rds-t4g-micro-postgresql|; skus;           differs from
            ladders.csv;   |dms-r5-4xlarge;                    '';                        skus;           4 rungs
            ladders.csv;   ec2-compute,;                       ec2-general,;              ladder;         ec2-general stands twice
            offers.csv;    monthly,0,0.37,;                    monthly,0,1,;              discount;       below 1
            offers.csv;    Usage;                              Use;                       category;       Use is no commitment category
            offers.csv;    {price};                            {cost};                    description;    {cost} is not one of
            support.csv;   support-developer,29;               nat-bytes,29;               sku;            nat-bytes is neither a share of spend
            support.csv;   support-developer,29;               support-developer,-29;     minimum;        not a plain decimal
            support.csv;   29,0;                               29,10;                     from;           the first plan is taken from 0 on
            support.csv;   15000,150000;                       15000,0;                   from;           the next from more
            ladders.csv;   ec2-t4g-nano|;                      x=ec2-t4g-nano*1+ec2-t4g-nano*2|; skus;    has not as many parts as x
            ladders.csv;   ec2-t4g-nano|;                      x=ec2-t4g-nano*0|;         skus;           0 is not within 1
            ladders.csv;   ec2-t4g-nano|;                      x=ec2-t4g-nano|;           skus;           not of the form sku*amount
            provider.csv;  billing_account_id,;                billing_account_nr,;       key;            is no convention
            provider.csv;  spot_description,;                  invoice_id,;               key;            invoice_id stands twice
            provider.csv;  term.spot;                          term.stop;                 key;            term.stop is no convention
            """)
    void aBrokenLineIsRefusedWithItsPosition(String file, String find, String replacement, String column,
            String problem) {
        EditedTables broken = new EditedTables(BUILT_IN, file, find, replacement);

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> Catalog.read(Provider.of("aws"), broken));

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.file()).isEqualTo(file);
        assertThat(refusal.line()).isEqualTo(broken.line());
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal).hasMessageContaining(problem);
    }

    /** One cell of the first line of a table, which is wrong in every provider's. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            services.csv;  category;      Stowage;          Stowage is no service category
            services.csv;  subcategory;   Nothing;          not under
            services.csv;  global;        maybe;            maybe is neither yes nor no
            regions.csv;   zones;         nowhere-3a;       nowhere-3a is no zone of
            regions.csv;   compute;       1.1000;           home region
            skus.csv;      service;       Nobody;           Nobody is not in services.csv
            skus.csv;      meter;         {type};           {type} is not one of
            skus.csv;      description;   {cost};           {cost} is not one of
            skus.csv;      kind;          days;             days is not one of
            skus.csv;      tiers;         0.0208;           not of the form
            skus.csv;      tiers;         1..:0.0208;       does not begin where
            skus.csv;      tiers;         0..10:0.0208;     the last tier must be open
            skus.csv;      tiers;         0..:0.020812345;  more than 7 digits
            skus.csv;      eligible;      all;              all is neither
            skus.csv;      spot_discount; 1;                below 1
            skus.csv;      rate;          east;             east is not one of
            ladders.csv;   skus;          nothing;          nothing is not in skus.csv
            offers.csv;    category;      Use;              Use is no commitment category
            offers.csv;    discount;      1;                below 1
            offers.csv;    description;   {cost};           {cost} is not one of
            support.csv;   minimum;       -29;              not a plain decimal
            support.csv;   from;          10;               the first plan is taken from 0 on
            provider.csv;  key;           nothing;          nothing is no convention
            """)
    void aBrokenCellIsRefusedInEveryProvider(String file, String column, String value, String problem) {
        for (Provider provider : Provider.all()) {
            TableSource tables = TableSource.beside(Catalog.class, provider);
            String line = tables.text(file).split("\n", -1)[1];
            List<String> header = cells(tables.text(file).split("\n", -1)[0]);
            List<String> edited = cells(line);
            edited.set(header.indexOf(column), value);

            CatalogException refusal = catchThrowableOfType(CatalogException.class,
                    () -> Catalog.read(provider, new EditedTables(tables, file, line, String.join(",", edited))));

            assertThat(refusal).as("refusal of %s", provider).isNotNull();
            assertThat(refusal.file()).isEqualTo(file);
            assertThat(refusal.line()).as(provider.label()).isEqualTo(2);
            assertThat(refusal.column()).as(provider.label()).isEqualTo(column);
            assertThat(refusal).as(provider.label()).hasMessageContaining(problem);
        }
    }

    @ParameterizedTest
    @CsvSource({"'rounding_service,Invoice','rounding_service,Nobody'",
            "'rounding,Rounding error','tier.other,Rounding error'",
            "'rounding_service,Invoice','tier.other,Invoice'"})
    void whatRoundsAnInvoiceHasADescriptionAndAKnownService(String find, String replacement) {
        Provider google = Provider.of("gcp");
        TableSource broken = new EditedTables(TableSource.beside(Catalog.class, google), "provider.csv", find,
                replacement);

        CatalogException refusal = catchThrowableOfType(CatalogException.class, () -> Catalog.read(google, broken));

        assertThat(refusal).isNotNull();
        assertThat(refusal).hasMessageContaining("a service of services.csv go together");
    }

    /** The cells of a line as they stand there, quotes and all. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (line.charAt(i) == ',' && !quoted) {
                cells.add(line.substring(start, i));
                start = i + 1;
            }
        }
        cells.add(line.substring(start));
        return cells;
    }
}
