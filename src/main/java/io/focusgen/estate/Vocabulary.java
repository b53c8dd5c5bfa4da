package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that companies, teams, applications and people are named with. Order is part of every name: append, never insert. */
final class Vocabulary {

    static final List<String> COMPANIES = words("Northwind Bluepeak Harborline Cedarworks Lumenfield Stonebridge"
            + " Brightwater Ironleaf Silverpine Copperhill Westmarch Goldcrest Riverstone Maplecourt Highmeadow Clearbrook"
            + " Oakhaven Fernwood Greystone Larkspur Redcliff Sunfield Thornbury Whitmore Eastgate Foxglove Kingsford"
            + " Lakeshore Millbrook Pinecrest Rosewood Summerhill");

    static final List<String> GIVEN_NAMES = words("amara ben chiara dmitri elena farid grace hiro ines jonas kofi lena"
            + " marta nikhil olga pedro quinn rosa stefan tara umar vera wen ximena yusuf zoe anders bianca cyrus dana"
            + " emre fiona gustav hana igor julia kenji leila mateo noor omar paula rafael selin theo una viktor wanda"
            + " xavier yara zeno alice bruno carmen david esther felix gloria hugo irene jakob karin luis mina");

    static final List<String> SURNAMES = words("okafor keller rossi ivanov novak haddad martin sato costa weber mensah"
            + " fischer lopez rao petrov silva murphy bianchi larsson demir khan popov chen garcia aydin moreau lind"
            + " ferrari nasser cohen yilmaz burke holm tanaka smirnov brandt ito rahimi vega farah hassan schmidt torres"
            + " kaya berg lima orlov wagner dubois aziz zhang alvarez hansen ricci sharma nielsen romero jung kowalski"
            + " walsh andersen castro meyer osei");

    /** The parts of a company, with what their teams and applications are called. */
    static final List<Field> FIELDS = List.of(
            new Field("Commerce", words("checkout catalog search pricing loyalty returns promotions"),
                    words("cart orders storefront offers baskets reviews wishlist listings coupons prices vouchers gifts"
                            + " bundles refunds shopfront quick-buy")),
            new Field("Platform", words("identity core-infra network observability dev-tools messaging runtime"),
                    words("gateway profiles sessions scheduler registry secrets alerts traces builds queues mailer flags"
                            + " webhooks proxies runners ingress")),
            new Field("Data", words("insights data-lake streaming reporting experiments forecasting customer-data"),
                    words("events lake warehouse metrics cohorts dashboards pipelines exports signals lineage funnels"
                            + " snapshots clickstream entities segments trends")),
            new Field("Intelligence", words("ml-platform recommendations ranking vision language fraud research"),
                    words("features embeddings models assistant notebooks training inference labels scoring crawler"
                            + " summaries classifier detector chatbot similarity prompts")),
            new Field("Finance", words("payments billing risk treasury tax compliance procurement"),
                    words("ledger invoices claims rates payouts receipts audit accruals statements approvals budgets"
                            + " settlements dunning forex clearing credits")),
            new Field("Operations",
                    words("fulfilment inventory delivery workplace support-tools planning field-service"),
                    words("stock shipments tickets routes rosters tracking slots parts forms backoffice pick-lists"
                            + " docks manifests shifts assets repairs")),
            new Field("Media", words("content video audio publishing games live-events images"),
                    words("uploads transcode playlists captions thumbnails articles broadcasts galleries podcasts"
                            + " digest clips subtitles newsroom highlights radio covers")),
            new Field("Mobility", words("mobile devices maps voice onboarding partners telemetry"),
                    words("firmware places sensors push quotes surveys portal beacons sync vault geofence pairing"
                            + " widgets journeys wallet presence")));

    /** Parts of the names of teams and units that run what others build on. */
    private static final List<String> CENTRAL = words("platform infra shared foundation landing");

    private static final List<String> KINDS = words("service hub engine desk studio");

    /**
     * A part of a company.
     *
     * @param unit its name
     * @param teams names of teams; no other field has one of them
     * @param nouns what applications are named after; no other field has one of them
     */
    record Field(String unit, List<String> teams, List<String> nouns) {

        /** Names of applications, the plain ones first; no other field has one of them. */
        List<String> applications() {
            List<String> names = new ArrayList<>(nouns);
            for (String kind : KINDS) {
                nouns.forEach(noun -> names.add(noun + "-" + kind));
            }
            return names;
        }
    }

    private Vocabulary() {
    }

    /** Whether a team runs what others build on, as its name or its unit's says. */
    static boolean isCentral(Team team) {
        String names = (team.name() + " " + team.businessUnit()).toLowerCase(Locale.ROOT);
        return CENTRAL.stream().anyMatch(names::contains);
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }
}
