package io.focusgen.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Conventions;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Domicile;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Budget;
import io.focusgen.spec.organisation.TagKey;

/**
 * The invented company in one provider: an endless sequence of cohorts of applications, of which a request takes as many
 * as its rows call for. Everything is a pure function of seed, profile and distribution; a smaller request of the same
 * company therefore has a prefix of the larger one's resources.
 */
public final class Company {

    /** Up to this one every cohort opens an account. */
    private static final int OPENING = 11;

    /** Entitlements of the marketplace are numbered from here on, behind commitments. */
    private static final long ENTITLEMENTS = 1L << 20;

    /** The application that runs on reserved capacity has this number, far above all others. */
    private static final long CAPACITY = 1L << 40;

    /** USD a month from which on a company reserves capacity. */
    private static final double RESERVES_FROM = 150_000;

    private final Map<String, NameTemplate> templates = new ConcurrentHashMap<>();
    private final Catalog catalog;
    private final Mix mix;
    private final Currency currency;
    private final AccountNames names;
    private final Organisation organisation;
    private final Tags tags;
    private final Marks marks;
    private final SubAccount shared;
    private final double[] crowdUpTo;
    private final Draw draw;
    private final Draw accountDraw;
    private final Draw days;
    private final Domicile domicile;
    private final Sites sites;
    private final Applications applications;
    private final Multiplier discount;
    private final SupportPlan support;
    private final boolean reserving;

    /** The company after its reorganisation; itself where there is none. */
    private final Company after;
    private final @Nullable BillingMonth reorganised;

    private Company(BillSpec spec) {
        Draw everywhere = new Draw(spec.seed()).of(Salt.COMPANY).of(spec.profile().salt());
        catalog = Catalog.of(spec.provider());
        mix = Mix.of(spec.provider());
        currency = spec.currency();
        names = new AccountNames(catalog.conventions(), spec.ids());
        organisation = Organisation.of(everywhere, everywhere.of(spec.provider().salt()), spec, names);
        shared = organisation.shared();
        crowdUpTo = crowdUpTo(organisation.accounts());
        draw = everywhere.of(spec.distribution().salt()).of(spec.provider().salt());
        accountDraw = draw.of(Salt.COHORT_ACCOUNT);
        days = everywhere.of(Salt.LOAD);
        domicile = Domicile.at(everywhere.of(Salt.REGION).unit(0));
        sites = new Sites(catalog.regions(), draw, domicile, ProfileSize.regions(spec.profile()));
        double monthly = monthly(spec);
        applications = new Applications(mix, draw, spec.distribution(),
                Math.min(monthly, spec.profile().naturalBudget()));
        reserving = monthly >= RESERVES_FROM;
        support = SupportPlan.of(catalog.supportPlans(), monthly);
        marks = new Marks(draw);
        tags = new Tags(draw, organisation.tagging(), mix.tagRules(), mix.providerTags());
        discount = new Multiplier(1000 - ProfileSize.discountPerMille(spec.profile()), 3);
        reorganised = spec.reorganisation();
        after = reorganised == null ? this : new Company(this);
    }

    /** What a company is after its reorganisation: who answers for what, and what tags are called. */
    private Company(Company before) {
        catalog = before.catalog;
        mix = before.mix;
        currency = before.currency;
        names = before.names;
        organisation = Reorganisation.of(before.organisation, names);
        shared = organisation.accounts().get(before.shared.index());
        crowdUpTo = before.crowdUpTo;
        draw = before.draw;
        accountDraw = before.accountDraw;
        days = before.days;
        domicile = before.domicile;
        sites = before.sites;
        applications = before.applications;
        marks = before.marks;
        tags = before.tags.renamed(organisation.tagging());
        discount = before.discount;
        support = before.support;
        reserving = before.reserving;
        reorganised = null;
        after = this;
    }

    public static Company of(BillSpec spec) {
        return new Company(spec);
    }

    /** The company as it is in a month: the same resources at the same cost, perhaps in other hands. */
    public Company in(BillingMonth month) {
        return reorganised == null || month.ordinal() < reorganised.ordinal() ? this : after;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Mix mix() {
        return mix;
    }

    /** What it is billed in. */
    public Currency currency() {
        return currency;
    }

    public Organisation organisation() {
        return organisation;
    }

    /** What its resources' names differ by. */
    Marks marks() {
        return marks;
    }

    /** The tags of its resources. */
    Tags tags() {
        return tags;
    }

    /**
     * The tags of an account, for what is charged to it as a whole.
     *
     * @param place in [0, 1): what has a place below the account's coverage is tagged
     * @return a JSON object as of a resource, or null where nobody set any
     */
    public @Nullable String accountTags(SubAccount account, double place) {
        return tags.of(account, place);
    }

    /** Under which key people tag with this, as the provider keeps it; null where the company never does. */
    public @Nullable String tagKey(TagKey key) {
        return tags.key(key);
    }

    /** What of a text the provider keeps as the value of a tag. */
    public String tagValue(String text) {
        return tags.value(text);
    }

    /** The prefixes of the tag keys that the provider sets itself, in alphabetical order. */
    public List<String> providerTagPrefixes() {
        return mix.providerTags().prefixes();
    }

    /** Draws that belong to this company in this provider. */
    public Draw draw() {
        return draw;
    }

    /** Draws that belong to its days, the same in every provider. */
    public Draw days() {
        return days;
    }

    /** The country that it pays tax in, whoever's cloud it uses. */
    public Domicile domicile() {
        return domicile;
    }

    /** The support plan that it has with the provider: the largest that what it means to spend calls for. */
    public SupportPlan support() {
        return support;
    }

    /** Rows of support in a month, whatever the plan: as many as any of the provider's plans has bands. */
    public int supportRows() {
        return catalog.supportPlans().stream().mapToInt(SupportPlan::bands).max().orElseThrow();
    }

    /** Where reservations are bought. */
    public Region home() {
        return sites.home();
    }

    /** The invoice of a month. */
    public String invoiceId(BillingMonth month) {
        return names.invoiceId(new AccountNames.Of(draw.of(Salt.INVOICE).of(month.ordinal()))
                .word("month", month.toString().replace("-", "")).word("org", organisation.company()));
    }

    /** The invoice of a month that a seller issues itself: others than any of the provider's or of another seller's. */
    public String invoiceId(BillingMonth month, String seller) {
        return names
                .sellerInvoiceId(new AccountNames.Of(draw.of(Salt.INVOICE).of(month.ordinal()).of(seller))
                        .word("month", month.toString().replace("-", ""))
                        .word("seller", Slug.of(seller).replace("-", "").toUpperCase(Locale.ROOT)));
    }

    /** The list price of a SKU where it is used; global services have one everywhere. */
    public Price listPrice(Sku sku, int tier, Region region) {
        return catalog.price(sku, tier, sku.service().global() ? null : region);
    }

    /** What the company pays for an hour of a machine. For steering quantities; money itself is never a double. */
    public double hourly(Machine machine, Region region) {
        double price = 0;
        for (Machine.Part part : machine.parts()) {
            price += contracted(listPrice(part.sku(), 0, region)).toDouble() * part.amount();
        }
        return price;
    }

    /** What the company pays for one unit at this list price, after its negotiated discount, to seven digits. */
    public Price contracted(Price list) {
        return list.times(discount);
    }

    /**
     * The account that a cohort's resources live in. The first two cohorts differ in it where there are two accounts, the
     * third is what all teams share; the next ones, then every other, open one account after the other, in their order; in
     * between one is drawn by its crowd.
     */
    public SubAccount account(long cohort) {
        List<SubAccount> accounts = organisation.accounts();
        int count = accounts.size();
        if (cohort < Cohort.LANDING) {
            return cohort == Cohort.SHARED ? shared : accounts.get((int) (cohort % count));
        }
        long opened = cohort < OPENING ? cohort - 1 : OPENING - 1 + (cohort - OPENING) / 2;
        if (opened < count && (cohort < OPENING || (cohort - OPENING) % 2 == 0)) {
            return accounts.get((int) opened);
        }
        int place = Arrays.binarySearch(crowdUpTo, accountDraw.unit(cohort) * crowdUpTo[count - 1]);
        return accounts.get(Math.min(count - 1, place < 0 ? -place - 1 : place + 1));
    }

    /** How many resources accounts have, cumulated: a team has the more of them the more it spends. */
    private static double[] crowdUpTo(List<SubAccount> accounts) {
        double[] upTo = new double[accounts.size()];
        double sum = 0;
        for (SubAccount account : accounts) {
            sum += account.team().weight() * account.environment().crowd();
            upTo[account.index()] = sum;
        }
        return upTo;
    }

    /** Where it runs. */
    public Sites sites() {
        return sites;
    }

    /** What it runs. */
    public Applications applications() {
        return applications;
    }

    /** The region that a cohort's resources live in; the first cohorts are at home. */
    public Region region(long cohort) {
        return sites.region(cohort);
    }

    /** The architecture of an application. */
    public StackType variant(long stack) {
        return applications.variant(stack);
    }

    /** The commitment of this category that it buys. */
    public CommitmentOffer offer(CommitmentCategory category) {
        for (CommitmentOffer offer : catalog.offers()) {
            if (offer.category() == category) {
                return offer;
            }
        }
        throw new IllegalStateException("no offer of category " + category.label());
    }

    /**
     * The identifier of a commitment.
     *
     * @param template of the offer
     * @param region where it holds; any where it holds everywhere
     * @param number 0 for the company's first
     */
    public String commitmentId(String template, SubAccount buyer, Region region, long number) {
        Kit kit = mix.landingAnchors().kit(0, Anchors.COVERED);
        return template(template).expand(Resource.commitment(this, kit, number, buyer, region));
    }

    /** The identifier of what it bought of others through the provider. @param number 0 for its first */
    public String entitlementId(SubAccount buyer, long number) {
        return commitmentId(catalog.conventions().text(Conventions.Text.MARKETPLACE_RESOURCE_ID), buyer, home(),
                ENTITLEMENTS + number);
    }

    /** Whether it is large enough to reserve capacity. */
    public boolean reserving() {
        return reserving;
    }

    /** What runs on reserved capacity: a fleet at home. */
    public Resource reservedFleet() {
        return Resource.of(this, mix.capacityFleet(), CAPACITY, 0, account(0), home());
    }

    /** The identifier of its capacity reservation. */
    public String capacityReservationId() {
        return commitmentId(catalog.conventions().text(Conventions.Text.CAPACITY_RESERVATION_ID), account(0), home(),
                ENTITLEMENTS - 1);
    }

    /** The name of a commitment, after its offer's template. @param number of what it is a term of, 0 for the first */
    public String commitmentName(CommitmentOffer offer, long number, String machine, String family) {
        return template(offer.nameTemplate()).expand(new AccountNames.Of(draw.of(Salt.RESOURCE_ID).of(number))
                .word("machine", machine).word("family", family).word("region_id", home().id()));
    }

    /** The parsed template of the tables. */
    NameTemplate template(String text) {
        // Reading a known one takes no lock.
        NameTemplate known = templates.get(text);
        return known == null ? templates.computeIfAbsent(text, NameTemplate::parse) : known;
    }

    /** USD a month that is asked for, or that a company of this size spends with the provider. */
    private static double monthly(BillSpec spec) {
        Budget.Amount asked = spec.budget();
        return asked == null
                ? spec.profile().naturalBudget()
                : asked.value().doubleValue() / spec.currency().perUsd().toDouble();
    }
}
