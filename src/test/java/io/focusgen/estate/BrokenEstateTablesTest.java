package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.EditedTables;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.TableSource;

class BrokenEstateTablesTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final String LANDING_CORE = "landing-core,landing,landing-files|landing-database|landing-network"
            + "|landing-assistant|landing-queries|landing-video|landing-logs|landing-detector,0,0,0,0,0,0,0,0,0\n";
    private static final TableSource BUILT_IN = TableSource.beside(EstateTables.class, Provider.of("aws"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            blueprint-lines.csv; sized,ec2-general,500;   sized,ec2-huge,500;          of;       ec2-huge is no ladder
            blueprint-lines.csv; sized,ec2-general,500;   small,ec2-general,500;       role;     small is not one of
            blueprint-lines.csv; sized,ec2-general,500;   sized,ec2-general,1001;      weight;   1001 is not within
            blueprint-lines.csv; sized,ec2-general,500,flat; sized,ec2-general,500,round; pattern; round is not one of
            blueprint-lines.csv; elastic,nat-bytes;       elastic,nat-bites;           of;       nat-bites is no SKU
            blueprint-lines.csv; elastic,nat-bytes;       elastic,s3-std;              of;       s3-std cannot be ELASTIC
            blueprint-lines.csv; elastic,nat-bytes;       elastic,s3-dt-in;            of;       s3-dt-in cannot be ELASTIC
            blueprint-lines.csv; zero,ecs-dt-in;          zero,fargate-mem;            of;       fargate-mem cannot be ZERO
            blueprint-lines.csv; tiered,s3-std;           tiered,s3-sia;               of;       s3-sia cannot be TIERED
            blueprint-lines.csv; usage-anchor,ec2-general; usage-anchor,msk;           of;       cannot be USAGE_ANCHOR
            blueprint-lines.csv; spot,ec2-compute;        spot,msk;                    of;       cannot be SPOT
            blueprint-lines.csv; ebs-gp3,200,flat,65536; ebs-gp3,200,flat,0;            most;     0 is not within
            blueprint-lines.csv; sized,ec2-general,500,flat,; sized,ec2-general,500,flat,9; most; SIZED has no bound
            blueprints.csv;      ec2-instance,Amazon Elastic Compute Cloud; ec2-instance,Amazon MQ; service; belongs to Amazon Elastic Compute Cloud
            blueprints.csv;      ec2-database-host,;      ec2-instance,;               blueprint; ec2-instance stands twice
            blueprints.csv;      ec2-database-host,;      ec2-nothing,;                blueprint; ec2-nothing has no lines
            blueprint-lines.csv; nat-egress,elastic,nat-bytes; nat-ingress,elastic,nat-bytes; blueprint; nat-ingress is not in blueprints.csv
            blueprints.csv;      i-{hex17};               i-{hex};                     id_template; unknown placeholder {hex}
            blueprints.csv;      i-{hex17};               i-{hex65};                   id_template; unknown placeholder {hex65}
            blueprints.csv;      {app}-{env}-{role}-{n2}; {app}-{name};                name_template; cannot contain itself
            blueprints.csv;      {app}-{env}-{role}-{n2},core; {app}-{env}-{role}-{n2},short; lifetime; a short-lived resource has one line
            architectures.csv;   savings-fleet|autoscaling-web|load-balancer; savings-fleet|autoscaling-wob|load-balancer; slots; autoscaling-wob is not in blueprints.csv
            architectures.csv;   savings-fleet|autoscaling-web|load-balancer; savings-fleet|training-job|load-balancer; slots; training-job is short-lived
            architectures.csv;   savings-fleet|autoscaling-web|load-balancer; savings-fleet|autoscaling-web; slots; 7 slots instead of 8
            architectures.csv;   savings-fleet|autoscaling-web|load-balancer; savings-gpu-fleet|savings-fleet|autoscaling-web|load-balancer; slots; 9 slots instead of 8
            architectures.csv;   savings-fleet|autoscaling-web|load-balancer|rds-mysql; cloudfront-upload|autoscaling-web|s3-lake-bucket|live-channel; slots; 26 lines, not within 12 to 24
            architectures.csv;   savings-fleet|nat-gateway|lambda-function; savings-fleet|load-balancer|lambda-function; slots; stands twice
            architectures.csv;   savings-fleet|nat-gateway|lambda-function; savings-fleet|sqs-queue|lambda-function; slots; nothing to pay for in Amazon Elastic Compute Cloud
            architectures.csv;   reserved-fleet|autoscaling-workers|ec2-windows-server; reserved-fleet|ec2-windows-server|autoscaling-workers; slots; up to ec2-windows-server no elastic line
            architectures.csv;   |ebs-volume|;            |savings-gpu-fleet|;         slots;    a second SPEND_ANCHOR
            architectures.csv;   10,12,3,4,5,12,4,8;      0,12,3,4,5,12,4,8;           evenly-distributed; 0 is not within 1 to 1000
            architectures.csv;   1000000,0,0;             1000000,1,0;                 evenly-distributed; 1 is not within 0 to 0
            architectures.csv;   1000000,0,0;             0,0,0;                       evenly-distributed; 0 is not within 1 to 1000
            architectures.csv;   web-shop-classic,web-shop; web-shop-classic,web-castle; architecture; web-castle is not in load-kinds.csv
            architectures.csv;   web-shop-serverless,;    web-shop-classic,;           variant;  web-shop-classic stands twice
            architectures.csv;   reserved-fleet|savings-fleet,0; savings-fleet|reserved-fleet,0; slots; must begin with a usage anchor and a spend anchor
            architectures.csv;   |landing-logs|landing-detector; |landing-detector|landing-logs; slots; does not begin with an elastic line of Management and Governance
            incidents.csv;       log-flood,log-group;         log-fire,log-group;          incident; log-fire is not one of
            incidents.csv;       crypto-mining,auto;          log-flood,auto;              incident; log-flood is there twice
            incidents.csv;       log-flood,log-group;         log-flood,log-groop;         hosts;    log-groop is no kind of resource
            incidents.csv;       log-flood,log-group;         log-flood,reserved-fleet;    hosts;    reserved-fleet is no kind of resource
            incidents.csv;       log-flood,log-group;         log-flood,ec2-instance;      hosts;    ec2-instance belongs to
            incidents.csv;       elastic,cw-logs-ia-in;       zero,cw-logs-ia-in;          role;     zero is neither fleet nor elastic
            incidents.csv;       elastic,cw-logs-ia-in;       elastic,cw-logs-in;          of;       cw-logs-in cannot be ELASTIC
            incidents.csv;       cw-logs-ia-in,no;            cw-logs-ia-in,never;         found;    never is neither yes nor no
            waste.csv;           old-snapshot,ebs;            old-shoe,ebs;                waste;    old-shoe is not one of
            waste.csv;           old-snapshot,ebs;            idle-instance,ebs;           waste;    idle-instance is there twice
            waste.csv;           old-snapshot,ebs-snapshot;   old-snapshot,ebs-snapshut;   resources; ebs-snapshut is no kind of resource
            waste.csv;           old-snapshot,ebs-snapshot;   old-snapshot,ec2-spot;       resources; ec2-spot is no kind of resource
            waste.csv;           old-snapshot,ebs-snapshot;   old-snapshot,lambda-function; resources; lambda-function does not begin with
            waste.csv;           old-snapshot,ebs-snapshot;   old-snapshot,autoscaling-web; resources; autoscaling-web does not begin with
            waste.csv;           snapshot,5,3000;              snapshot,,3000;               least;    must not be empty
            waste.csv;           snapshot,5,3000;              snapshot,5,4;                 most;     4 is not within 5 to 65536
            waste.csv;           aurora-instance,20,500;       aurora-instance,,500;         least;    must not be empty
            waste.csv;           host,,;                       host,8,;                      least;    not all of these are of so many GB
            waste.csv;           database,rds-postgres|;      database,ebs-volume|;        resources; ebs-volume has nothing much smaller
            """)
    void aBrokenLineIsRefusedWithItsPosition(String file, String find, String replacement, String column,
            String problem) {
        EditedTables broken = new EditedTables(BUILT_IN, file, find, replacement);

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(CATALOG, broken));

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.file()).isEqualTo(file);
        assertThat(refusal.line()).isEqualTo(broken.line());
        assertThat(refusal.column()).isEqualTo(column);
    }

    @Test
    void aDistributionWithoutAColumnIsRefused() {
        EditedTables broken = new EditedTables(BUILT_IN, "architectures.csv", "ml-focused,", "");

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(CATALOG, broken));

        assertThat(refusal)
                .hasMessage("architectures.csv, line 1, column 7: found data-intensive, expected ml-focused");
    }

    @Test
    void theLandingZoneMustBeThere() {
        EditedTables broken = new EditedTables(BUILT_IN, "architectures.csv", LANDING_CORE, "");

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(CATALOG, broken));

        assertThat(refusal).hasMessage("architectures.csv, line 0, column variant: there is no landing-core");
    }

    @Test
    void everyKindOfAnomalyMustBeThere() {
        EditedTables broken = new EditedTables(BUILT_IN, "incidents.csv",
                "log-flood,log-group,elastic,cw-logs-ia-in,no\n", "");

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(CATALOG, broken));

        assertThat(refusal).hasMessage("incidents.csv, line 0, column incident: there is no log-flood");
    }

    @Test
    void everyKindOfWasteMustBeThere() {
        EditedTables broken = new EditedTables(BUILT_IN, "waste.csv", "old-snapshot,ebs-snapshot,5,3000\n", "");

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(CATALOG, broken));

        assertThat(refusal).hasMessage("waste.csv, line 0, column waste: there is no old-snapshot");
    }
}
