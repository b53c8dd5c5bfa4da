package io.focusgen.estate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Region;
import io.focusgen.focus.BillingMonth;

/**
 * One resource of the company. Its identity is a function of the company and its number; nothing of it depends on the rows,
 * months or money that were asked for.
 */
public final class Resource implements NameTemplate.Subject {

    /** Resources of an application have numbers from its own number times this on. */
    private static final int SLOTS = 8;

    /** Numbers of short-lived resources begin here, far above those of the core. */
    private static final long SHORT_LIVED = 1L << 48;

    /** Numbers of resources that incidents bring begin here, far above those of short-lived ones, of which they are some. */
    private static final long INCIDENT = SHORT_LIVED + (1L << 31);

    /** Numbers of resources that nobody needs begin here, far above those of other short-lived ones. */
    private static final long WASTE = SHORT_LIVED + (1L << 30);

    /** From here on nobody of the company put them there, so that nobody tagged them. */
    private static final long STRAY = INCIDENT + (1L << 24);

    /** Numbers of commitments begin here. */
    private static final long COMMITMENT = 1L << 52;

    /** Such names have little room. */
    static final int LONGEST_PLAIN = 10;

    /** Remembers that there are no tags. */
    private static final String UNTAGGED = "";

    private final Company company;
    private final Kit kit;
    private final long number;
    /** Which of those with this number it is; 0 where there is only one. */
    private final long run;
    private final SubAccount account;
    private final Region region;
    private @Nullable String name;
    private @Nullable String tags;

    private Resource(Company company, Kit kit, long number, long run, SubAccount account, Region region) {
        this.company = company;
        this.kit = kit;
        this.number = number;
        this.run = run;
        this.account = account;
        this.region = region;
    }

    /** The resource in this place of an application. */
    public static Resource of(Company company, Kit kit, long stack, int slot, SubAccount account, Region region) {
        return new Resource(company, kit, stack * SLOTS + slot, 0, account, region);
    }

    /** A short-lived resource as it is in a month: what lives once is another one in each. */
    public static Resource shortLived(Company company, Kit kit, long number, BillingMonth month, SubAccount account,
            Region region) {
        long run = kit.blueprint().lifetime() == Lifetime.ONCE ? 1L + month.ordinal() : 0;
        return new Resource(company, kit, SHORT_LIVED + number, run, account, region);
    }

    /**
     * A resource that an incident brings.
     *
     * @param number 0 to 2^24 − 1, another one for each incident
     * @param stray whether nobody of the company put it there
     */
    public static Resource incident(Company company, Kit kit, long number, boolean stray, SubAccount account,
            Region region) {
        return new Resource(company, kit, (stray ? STRAY : INCIDENT) + number, 0, account, region);
    }

    /**
     * A resource that nobody needs.
     *
     * @param number 0 to 2^16 − 1, another one for each
     */
    public static Resource waste(Company company, Kit kit, long number, SubAccount account, Region region) {
        return new Resource(company, kit, WASTE + number, 0, account, region);
    }

    /** The same resource of the company as it is in another month, where others may answer for it. */
    public Resource in(Company then) {
        return then == company
                ? this
                : new Resource(then, kit, number, run, then.organisation().accounts().get(account.index()), region);
    }

    /** What a commitment's identifier is drawn for. */
    static Resource commitment(Company company, Kit kit, long number, SubAccount account, Region region) {
        return new Resource(company, kit, COMMITMENT + number, 0, account, region);
    }

    public Company company() {
        return company;
    }

    public Kit kit() {
        return kit;
    }

    public SubAccount account() {
        return account;
    }

    public Region region() {
        return region;
    }

    /** Random bits of this resource for the meter in this place. */
    public long bits(long salt, int line) {
        return company.draw().of(salt).bits(number * 64 + line);
    }

    @Override
    public Draw draw(int place) {
        Draw drawn = new Draw(bits(Salt.RESOURCE_ID, place));
        return run == 0 ? drawn : drawn.of(run);
    }

    boolean isShortLived() {
        return number >= SHORT_LIVED;
    }

    /** Whether nobody of the company put it there. */
    boolean isStray() {
        return number >= STRAY;
    }

    /** Of a short-lived one, its number among them. */
    long line() {
        return number - SHORT_LIVED;
    }

    /** The application's number. */
    long stack() {
        return number / SLOTS;
    }

    /** Its place in the application. */
    int slot() {
        return (int) (number % SLOTS);
    }

    /** The application that it belongs to. */
    public String application() {
        return account.team().applications().get(applicationIndex());
    }

    /** The application's place in its team's. */
    int applicationIndex() {
        long owner = isShortLived() ? number : stack();
        return company.draw().of(Salt.APPLICATION).below(account.team().applications().size(), owner);
    }

    /**
     * How the use of one of its lines spreads over time. What lives for a part of the month has no users of its own: it follows
     * the people who start it, and schedules.
     */
    public LoadShape load(LoadPattern pattern) {
        Loads loads = isShortLived() ? Loads.of(Loads.JOB) : company.variant(stack()).loads();
        return pattern == LoadPattern.FLAT
                ? LoadShape.FLAT
                : loads.shape(pattern, account.team().businesses().get(applicationIndex()), account.environment());
    }

    private String applicationWord() {
        return account.team().applicationWords().get(applicationIndex());
    }

    /** The tags that its account has in common, or null where nobody tagged it. */
    public @Nullable String accountTags() {
        return company.tags().isTagged(this) ? company.accountTags(account, 0) : null;
    }

    /** Its display name, unique in the company: its number stands in it where the template says, else behind it. */
    public String name() {
        if (name == null) {
            NameTemplate template = company.template(kit.blueprint().nameTemplate());
            String stem = template.expand(this);
            // Queue names and domains end in what follows their first point.
            int point = stem.indexOf('.');
            name = template.isMarked()
                    ? stem
                    : point < 0 ? stem + '-' + mark() : stem.substring(0, point) + '-' + mark() + stem.substring(point);
        }
        return name;
    }

    private String mark() {
        if (number >= WASTE && number < INCIDENT) {
            return company.marks().beside(number - WASTE);
        }
        return isShortLived() ? company.marks().of(line(), run, true) : company.marks().of(number, 0, false);
    }

    /** {@inheritDoc} See {@link ResourceTemplate} for the words there are. */
    @Override
    public String word(String word, int place) {
        return switch (word) {
            case "region" -> region.id();
            case "zone" -> zone();
            case "account" -> account.id();
            case "number" -> account.number();
            case "name" -> name();
            case "mark" -> mark();
            case "rg" -> "rg-" + applicationWord() + "-" + account.environment().label();
            case "app" -> applicationWord();
            case "plain" -> plain(applicationWord());
            case "env" -> account.environment().label();
            case "team" -> account.teamWord();
            case "org" -> company.organisation().company();
            case "role" -> pick(Words.ROLES, place);
            case "entity" -> pick(Words.ENTITIES, place);
            case "purpose" -> pick(Words.PURPOSES, place);
            default -> throw new IllegalArgumentException("a resource has no {" + word + "}");
        };
    }

    private static String plain(String word) {
        String plain = word.replace("-", "");
        return plain.length() <= LONGEST_PLAIN ? plain : plain.substring(0, LONGEST_PLAIN);
    }

    private String pick(List<String> words, int place) {
        return words.get(draw(place).below(words.size(), 0));
    }

    /** Its identifier in the provider's shape. */
    public String id() {
        return company.template(kit.blueprint().idTemplate()).expand(this);
    }

    /** The zone it runs in. */
    public String zone() {
        List<String> zones = region.zones();
        return zones.get(company.draw().of(Salt.ZONE).below(zones.size(), number));
    }

    /** Whether it has any tags; see {@link #tags}. */
    public boolean tagged() {
        return company.tags().any(this, number);
    }

    /**
     * Its tags as a JSON object with keys in alphabetical order, or null where there are none; those of all its lines, months
     * and versions.
     */
    public @Nullable String tags() {
        String written = tags;
        if (written == null) {
            String found = company.tags().of(this, number);
            written = found == null ? UNTAGGED : found;
            tags = written;
        }
        return written.isEmpty() ? null : written;
    }
}
