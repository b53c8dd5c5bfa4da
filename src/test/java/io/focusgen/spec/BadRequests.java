package io.focusgen.spec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests with one thing wrong each, for the reader of parameters and for the service.
 *
 * @param query as after the question mark
 * @param field the parameter to blame
 * @param nearest the spelling to suggest, or null for none
 */
public record BadRequests(String query, String field, @Nullable String nearest) {

    private static final String TABLE = """
            provider=                               provider
            provider=%20                            provider
            provider=oracle                         provider
            provider=awz                            provider                aws
            provider=aws,azur                       provider                azure
            provider=aws,,gcp                       provider
            provider=aws,azure,AWS                  provider
            provider=aws&provider=aws               provider
            PROVIDER=aws&provider=aws               provider
            provider=%00                            provider
            provider=Amazon+Web+Services            provider
            version=                                version
            version=1.0                             version                 1.2
            version=1.1                             version                 1.2
            version=1.3                             version                 1.2
            version=1.4                             version                 1.2
            version=2                               version
            version=1,2                             version                 1.2
            version=latest                          version
            version=1.2&version=1.2                 version
            month=                                  month
            month=2026-13                           month
            month=2026-00                           month
            month=2026-3                            month                   2026-03
            month=2026/03                           month                   2026-03
            month=202603                            month                   2026-03
            month=2026-03-01                        month                   2026-03
            month=2014-12                           month                   2015-01
            month=0000-01                           month                   2015-01
            month=2101-01                           month                   2100-12
            month=26-03                             month
            month=March                             month
            month=-2026-03                          month
            month=%D9%A2%D9%A0%D9%A2%D9%A6-03       month
            month=2026-03&month=2026-04             month
            reorganisation=                         reorganisation
            reorganisation=2026-13                  reorganisation
            reorganisation=2026-3                   reorganisation          2026-03
            reorganisation=soon                     reorganisation
            reorganisation=2014-12                  reorganisation          2015-01
            reorganisation=2026-01&reorganisation=2026-02  reorganisation
            organisation=%7B%22teams%22:%5B%7B%22name%22:%22a%22%7D%5D%7D&reorganisation=2026-01 reorganisation
            commitmentStart=                        commitmentStart
            commitmentStart=soon                    commitmentStart
            commitmentStart=2026-03                 commitmentStart
            commitmentStart=2026-3-5                commitmentStart         2026-03-05
            commitmentStart=20260305                commitmentStart         2026-03-05
            commitmentStart=2026-03-05T00:00        commitmentStart         2026-03-05
            commitmentStart=2026-02-30              commitmentStart         2026-02-28
            commitmentStart=2026-13-01              commitmentStart
            commitmentStart=2014-12-31              commitmentStart         2015-01-01
            commitmentStart=2101-01-01              commitmentStart         2100-12-31
            commitmentStart=2026-03-05&commitmentStart=2026-03-06 commitmentStart
            commitmentGap=                          commitmentGap
            commitmentGap=weeks                     commitmentGap
            commitmentGap=-1                        commitmentGap           0
            commitmentGap=91                        commitmentGap           90
            commitmentGap=1.5                       commitmentGap           2
            commitmentGap=21&commitmentGap=21       commitmentGap
            months=                                 months
            months=0                                months                  1
            months=-1                               months                  1
            months=121                              months                  120
            months=1.5                              months                  2
            months=twelve                           months
            months=NaN                              months
            months=99999999999999999999             months                  120
            months=1&months=1                       months
            month=2100-12&months=2                  months                  1
            month=2100-01&months=13                 months                  12
            rows=                                   rows
            rows=0                                  rows                    1
            rows=-5                                 rows                    1
            rows=0.5                                rows                    1
            rows=1.5                                rows                    2
            rows=1e-3                               rows
            rows=100000000001                       rows                    100000000000
            rows=1e12                               rows                    100000000000
            rows=1e99                               rows                    100000000000
            rows=1e999999999                        rows
            rows=1e                                 rows
            rows=e6                                 rows
            rows=1.0005k                            rows                    1001
            rows=1,000                              rows                    1000
            rows=1%20000                            rows                    1000
            rows=%2B5                               rows                    5
            rows=5000%20rows                        rows                    5000
            rows=1__000                             rows
            rows=_1                                 rows
            rows=1_                                 rows
            rows=0x10                               rows
            rows=NaN                                rows
            rows=Infinity                           rows
            rows=null                               rows
            rows=1kk                                rows
            rows=1T                                 rows
            rows=many                               rows
            rows=%EF%BC%91%EF%BC%90                 rows
            rows=11111111111111111111111111111111111111111111111111111111111111111111   rows
            rows=10&rows=10                         rows
            Rows=10&ROWS=20                         rows
            rows='%20OR%201=1                       rows
            rows=%3Cscript%3E                       rows
            rows=10%0D%0AX-Evil:%201                rows
            granularity=                            granularity
            granularity=hour                        granularity             hourly
            granularity=houly                       granularity             hourly
            granularity=dayly                       granularity             daily
            granularity=weekly                      granularity
            granularity=PT1H                        granularity
            granularity=hourly,daily                granularity
            profile=                                profile
            profile=large-busines                   profile                 large-business
            profile=Grenfield                       profile                 greenfield
            profile=entreprise                      profile                 enterprise
            profile=mlai2                           profile                 ml-ai
            profile=big                             profile
            profile=startup,enterprise              profile
            profile=startup&profile=startup         profile
            distribution=                           distribution
            distribution=ml-focussed                distribution            ml-focused
            distribution=compute-haevy              distribution            compute-heavy
            distribution=even                       distribution            evenly-distributed
            profile=large                           profile                 large-business
            distribution=balanced&distribution=balanced   distribution
            distribution=zufall                     distribution
            currency=                               currency
            currency=EURO&provider=azure            currency                EUR
            currency=dollars                        currency
            currency=EUR                            currency                USD
            currency=EUR&provider=aws               currency                USD
            currency=EUR&currency=USD               currency
            ids=                                    ids
            ids=alhpa                               ids                     alpha
            ids=numbers                             ids
            ids=real&ids=real                       ids
            scenario=                               scenario
            scenario=sampelco                       scenario                sampleco
            scenario=acme                           scenario
            scenario=sampleco&scenario=sampleco     scenario
            granularity=hourly&provider=azure       granularity             daily
            granularity=hourly&provider=aws,azure   granularity             daily
            scenario=sampleco&granularity=hourly    granularity             daily
            budget=                                 budget
            budget=0                                budget                  0.01
            budget=0.00                             budget                  0.01
            budget=-100                             budget                  0.01
            budget=0.001                            budget                  0.01
            budget=100.005                          budget                  100.01
            budget=10000000000.01                   budget                  10000000000
            budget=1e13                             budget                  10000000000
            budget=$100                             budget                  100
            budget=100%20USD                        budget                  100
            budget=1,000,000                        budget                  1000000
            budget=a%20lot                          budget
            budget=NaN                              budget
            budget=1e                               budget
            budget=10&budget=10                     budget
            budget=~0                               budget                  ~0.01
            budget=~~5                              budget
            budget=aws:                             budget
            budget=awz:100                          budget                  aws:100
            budget=aws:0                            budget                  aws:0.01
            budget=aws:~1.005                       budget                  aws:~1.01
            budget=aws:5,6                          budget
            budget=aws:5,aws:6                      budget
            budget=ibm:5                            budget
            budget=azure:5                          budget
            commitmentCoverage=                     commitmentCoverage
            commitmentCoverage=0.96                 commitmentCoverage      0.95
            commitmentCoverage=-0.1                 commitmentCoverage      0
            commitmentCoverage=1                    commitmentCoverage      0.95
            commitmentCoverage=60%25                commitmentCoverage      0.6
            commitmentCoverage=.5                   commitmentCoverage      0.5
            commitmentCoverage=0.5000001            commitmentCoverage      0.5
            commitmentCoverage=half                 commitmentCoverage
            commitmentCoverage=NaN                  commitmentCoverage
            commitment_coverage=2                   commitmentCoverage      0.95
            commitmentCoverage=0.5&commitment-coverage=0.5    commitmentCoverage
            commitmentUtilisation=                  commitmentUtilisation
            commitmentUtilisation=0.49              commitmentUtilisation   0.5
            commitmentUtilisation=1.01              commitmentUtilisation   1
            commitmentUtilisation=92%25             commitmentUtilisation   0.92
            commitmentUtilisation=-1                commitmentUtilisation   0.5
            commitmentUtilisation=full              commitmentUtilisation
            commitmentUtilization=0.5&commitmentUtilisation=0.5   commitmentUtilisation
            seed=                                   seed
            seed=9223372036854775808                seed                    9223372036854775807
            seed=-9223372036854775809               seed                    -9223372036854775808
            seed=1.5                                seed                    2
            seed=abc                                seed
            seed=rnadom                             seed                    random
            seed=0x2A                               seed
            seed=--5                                seed
            seed=1&seed=random                      seed
            columns=                                columns
            columns=,                               columns
            columns=BilledCost,                     columns
            columns=BiledCost                       columns                 BilledCost
            columns=EffectiveCots                   columns                 EffectiveCost
            columns=BilledCost,billedcost           columns
            columns=BilledCost&columns=BilledCost   columns
            columns=AllocatedTags                   columns
            columns=*                               columns
            columns=x_custom                        columns
            columns=BilledCost;ServiceName          columns
            customColumns=                          customColumns
            customColumns=,                         customColumns
            customColumns=x_A:constant:a,           customColumns
            customColumns=x_A                       customColumns
            customColumns=x_A:team                  customColumns           x_A:organisation:team
            customColumns=x_A:teem                  customColumns           x_A:organisation:team
            customColumns=x_A:                      customColumns
            customColumns=x_A:konstant:a            customColumns           x_A:constant:a
            customColumns=x_A:tga:team              customColumns           x_A:tag:team
            customColumns=x_A:label:team            customColumns
            customColumns=x_A:organisation:         customColumns
            customColumns=x_A:organisation:costCenter customColumns           x_A:organisation:costCentre
            customColumns=x_A:organization:ownr     customColumns           x_A:organisation:owner
            customColumns=x_A:organisation:floor    customColumns
            customColumns=x_A:constant:             customColumns
            customColumns=x_A:tag:                  customColumns
            customColumns=x_A:tag:%20               customColumns
            customColumns=x_A:constant:caf%C3%A9    customColumns
            customColumns=x_A:constant:a%0Ab        customColumns
            customColumns=x_A:constant:a%00         customColumns
            customColumns=x_A:tag:%C3%A9            customColumns
            customColumns=x_A:constant:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa customColumns
            customColumns=x_A:tag:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk customColumns
            customColumns=A:tag:team                customColumns           x_A:tag:team
            customColumns=X_A:tag:team              customColumns           x_A:tag:team
            customColumns=Cost-Centre:tag:team      customColumns           x_CostCentre:tag:team
            customColumns=x_Cost_Centre:tag:team    customColumns           x_CostCentre:tag:team
            customColumns=x_1:tag:team              customColumns
            customColumns=x_:tag:team               customColumns
            customColumns=:tag:team                 customColumns
            customColumns=BilledCost:constant:1     customColumns           x_BilledCost:constant:1
            customColumns=x_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:tag:t customColumns           x_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:tag:t
            customColumns=x_A:tag:a,x_A:tag:b       customColumns
            customColumns=x_A:tag:a,x_a:tag:b       customColumns
            customColumns=x_A:tag:a&customColumns=x_A:tag:a customColumns
            customColumns=x_A:constant:a%5Cb        customColumns
            customColumns=x_A:constant:a%5C         customColumns
            customColumns=x_A0:tag:a,x_A1:tag:a,x_A2:tag:a,x_A3:tag:a,x_A4:tag:a,x_A5:tag:a,x_A6:tag:a,x_A7:tag:a,x_A8:tag:a,x_A9:tag:a,x_A10:tag:a,x_A11:tag:a,x_A12:tag:a,x_A13:tag:a,x_A14:tag:a,x_A15:tag:a,x_A16:tag:a,x_A17:tag:a,x_A18:tag:a,x_A19:tag:a,x_A20:tag:a customColumns
            delimiter=                              delimiter
            delimiter=%20                           delimiter
            delimiter=:                             delimiter
            delimiter=coma                          delimiter               comma
            delimiter=semicolons                    delimiter               semicolon
            delimiter=,,                            delimiter
            delimiter=tab&delimiter=tab             delimiter
            lineEnd=                                lineEnd
            lineEnd=cr                              lineEnd
            lineEnd=crfl                            lineEnd                 crlf
            lineEnd=%0A                             lineEnd
            header=                                 header
            header=yes                              header
            header=flase                            header                  false
            header=1                                header
            header=true&header=true                 header
            excelSafe=                              excelSafe
            excelSafe=ture                          excelSafe               true
            excel-safe=on                           excelSafe
            exelSafe=true                           exelSafe                excelSafe
            ownColumn=x_A:tag:a                     ownColumn
            shard=                                  shard
            shard=0/4                               shard                   1/4
            shard=5/4                               shard                   4/4
            shard=1/0                               shard                   1/1
            shard=1                                 shard
            shard=1/                                shard
            shard=/4                                shard
            shard=-1/4                              shard
            shard=1.5/4                             shard
            shard=1-4                               shard                   1/4
            shard=1of4                              shard                   1/4
            shard=1/4/8                             shard
            shard=a/b                               shard
            shard=1/99999999999999999999            shard
            shard=1/4&shard=2/4                     shard
            trend=                                  trend
            trend=liner                             trend                   linear
            trend=step                              trend                   step-change
            trend=custom                            trendMultipliers
            trendStart=2026-13                      trendStart
            trendStart=2026/03                      trendStart              2026-03
            trend=none&trendStart=2026-03           trendStart
            growthRate=10%25                        growthRate              0.1
            growthRate=-91                          growthRate              -90
            growthRate=-10&months=12                growthRate              -8.18
            peakMonths=13                           peakMonths              12
            peakMonths=November                     peakMonths
            peakMultiplier=0                        peakMultiplier          0.1
            baselineVariation=-1                    baselineVariation       0
            stepMonth=0                             stepMonth               1
            stepMultiplier=11                       stepMultiplier          10
            anomalyMonth=1.5                        anomalyMonth            2
            anomalyDuration=1201                    anomalyDuration         1200
            anomalyMultiplier=ten                   anomalyMultiplier
            trend=linear&anomalyMonth=3             anomalyMonth
            trendMultipliers=1,20                   trendMultipliers        1,10
            trendMultipliers=                       trendMultipliers
            trendMultipliers=aws:1,0.05             trendMultipliers        aws:1,0.1
            trendMultipliers=asw:1,2                trendMultipliers        aws:1,2
            trendMultipliers=gcp:1,2                trendMultipliers
            trendMultipliers=aws:1;aws:2            trendMultipliers
            trendMultipliers=aws:1;2                trendMultipliers
            trendMultipliers=1,2;aws:2              trendMultipliers
            trendMultipliers={}                     trendMultipliers
            trendMultipliers={"aws":[]}             trendMultipliers
            trendMultipliers={"aws":{"gcp":[1]}}    trendMultipliers
            trendMultipliers=1&trendMultipliers=    trendMultipliers
            commitmentTerm=-1                       commitmentTerm          1
            commitmentTerm=2                        commitmentTerm          1
            anomalies=                              anomalies
            anomalies=-1                            anomalies
            anomalies=51                            anomalies               50
            anomalies=2.5                           anomalies               3
            anomalies=5,6                           anomalies
            anomalies=log-flod                      anomalies               log-flood
            anomalies=fire                          anomalies
            anomalies=log-flood:smal                anomalies               log-flood:small
            anomalies=log-flood:huge                anomalies
            anomalies=log-flood:small:              anomalies
            anomalies=log-flood:small:soon          anomalies
            anomalies=log-flood:small:2026-02-29    anomalies               log-flood:small:2026-02-28
            anomalies=log-flood:small:2026-13-01    anomalies
            anomalies=log-flood:small:2014-12-31    anomalies               log-flood:small:2015-01-01
            anomalies=log-flood:small:2101-01-01    anomalies               log-flood:small:2100-12-31
            anomalies=log-flood:small:2026-02-28T24 anomalies
            anomalies=log-flood:small:2026-02-28T10:30 anomalies
            anomalies=log-flood:2026-02-28          anomalies
            anomalies=log-flood,                    anomalies
            anomalies=log-flood&anomalies=3         anomalies
            waste=                                  waste
            waste=0                                 waste                   1
            waste=-1                                waste
            waste=0.3                               waste                   1
            waste=1001                              waste                   1000
            waste=5,6                               waste
            waste=idle-instanc                      waste                   idle-instance
            waste=idle-instanc:3                    waste                   idle-instance:3
            waste=zombies                           waste
            waste=old-snapshot:                     waste
            waste=old-snapshot:0                    waste                   old-snapshot:1
            waste=old-snapshot:many                 waste
            waste=old-snapshot:3:4                  waste
            waste=old-snapshot,                     waste
            waste=old-snapshot:3,old-snapshot       waste
            waste=idle-instance&waste=3             waste
            waste=old-snapshot:600,idle-instance:600 waste
            peak=                                   peak
            peak=2026-11-23                         peak
            peak=2026-11-23:7                       peak
            peak=2026-11-23:7:3:1                   peak
            peak=2026-11-31:7:3                     peak                    2026-11-30:7:3
            peak=2014-12-31:7:3                     peak                    2015-01-01:7:3
            peak=2101-01-01:7:3                     peak                    2100-12-31:7:3
            peak=2026-11-23:0:3                     peak                    2026-11-23:1:3
            peak=2026-11-23:32:3                    peak                    2026-11-23:31:3
            peak=2026-11-23:week:3                  peak
            peak=2026-11-23:7:0.05                  peak                    2026-11-23:7:0.1
            peak=2026-11-23:7:10.5                  peak                    2026-11-23:7:10
            peak=2026-11-23:7:1.23456               peak                    2026-11-23:7:1.2346
            peak=2026-11-23:7:3,2026-11-29:1:2      peak
            peak=2026-11-23:7:3&peak=2026-11-22:2:2 peak
            peak=2026-11-23:7:3,                    peak
            peak=2026-01-01:1:2,2026-01-02:1:2,2026-01-03:1:2,2026-01-04:1:2,2026-01-05:1:2,2026-01-06:1:2,2026-01-07:1:2,2026-01-08:1:2,2026-01-09:1:2,2026-01-10:1:2,2026-01-11:1:2,2026-01-12:1:2,2026-01-13:1:2 peak
            row=10                                  row                     rows
            rosw=10                                 rosw                    rows
            marketplaceIssuer=nobody                marketplaceIssuer
            marketplaceIssuer=sellers               marketplaceIssuer       seller
            marketplaceIssuer=seller,provider       marketplaceIssuer
            marketplaceIssuer=                      marketplaceIssuer
            sede=1                                  sede                    seed
            prvider=aws                             prvider                 provider
            comitmentCoverage=0.5                   comitmentCoverage       commitmentCoverage
            mnoths=3                                mnoths                  months
            leftovers=3                             leftovers
            faults=3                                faults
            format=csv                              format
            callback=alert(1)                       callback
            rows[]=10                               rows[]
            rows.value=10                           rows.value
            constructor=1                           constructor
            __proto__=1                             __proto__
            """;

    /** More than 120 of them. */
    public static Stream<BadRequests> all() {
        return TABLE.lines().map(line -> line.trim().split(" +"))
                .map(cells -> new BadRequests(cells[0], cells[1], cells.length > 2 ? cells[2] : null));
    }

    /** The parameters of a query string. */
    public static Map<String, List<String>> raw(String query) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            raw.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), none -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return raw;
    }

    @Override
    public String toString() {
        return query;
    }
}
