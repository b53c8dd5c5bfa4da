package io.focusgen.estate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.organisation.TagKey;

/**
 * The tags of a company's resources in one provider: what people wrote, mostly tidily, and what the provider sets itself.
 * Thread-safe.
 */
final class Tags {

    /** Multiples of this fill the circle evenly, so that any few resources in a row are covered like all of them. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Applications of which each carries over what the one before left. */
    private static final int CARRYING = 256;

    /** Of the landing zones, which are all that the smallest bills have, two resources in nine are left out. */
    private static final double FIRST_OPEN = -0.1;

    /** Distance between two sequences of such multiples. */
    private static final long OTHER = 0xB5AD4ECEDA1CE2A9L;

    /** Lines by which applications differ in what they leave out. */
    private static final double SPREAD = 2;

    /** Resources lack a key so many times as often as a key or value of theirs is wrong, in halves. */
    private static final int LACKING_HALVES = 3;

    /** Of four wrong keys one stands beside the right one. */
    private static final int BESIDE = 4;

    /** Texts that are kept: some megabytes of the largest organisation. */
    private static final int MOST_KEPT = 8192;

    /** Random bits of a provider's tags lie beyond those of ids and names. */
    private static final int PLACE = 40;

    private final TagKey[] keys;
    private final String[] written;
    private final TagRules rules;
    private final ProviderTagTable providerTags;
    private final Tagging tagging;
    private final long offset;
    private final Draw habits;
    private final Draw provided;

    /** See {@link #open}; made at first use. */
    private volatile double @Nullable [] openAt;

    /** Tidy tags by account, application and the keys that are there: the same for many resources. */
    private final Map<Long, String> tidy = new ConcurrentHashMap<>();

    /** The random bits of one tag of a resource. */
    private record Subject(Resource resource, int tag) implements NameTemplate.Subject {

        @Override
        public Draw draw(int place) {
            return resource.draw(PLACE + (tag * 3 + place) % 20);
        }

        @Override
        public String word(String name, int place) {
            return resource.word(name, PLACE + place % 20);
        }
    }

    Tags(Draw company, Tagging tagging, TagRules rules, ProviderTagTable providerTags) {
        this.tagging = tagging;
        this.rules = rules;
        this.providerTags = providerTags;
        Draw draw = company.of(Salt.TAGS);
        offset = draw.bits(0);
        habits = draw.of(Salt.TAG_HABITS);
        provided = draw.of(Salt.PROVIDER_TAGS);
        Map<TagKey, String> allowed = new EnumMap<>(TagKey.class);
        tagging.keys().forEach((key, text) -> allowed.put(key, rules.key(text)));
        keys = allowed.keySet().stream()
                .sorted((a, b) -> allowed.getOrDefault(a, "").compareTo(allowed.getOrDefault(b, "")))
                .toArray(TagKey[]::new);
        written = written();
    }

    /** The same habits with other names for the keys. */
    private Tags(Tags before, Tagging tagging) {
        this.tagging = tagging;
        rules = before.rules;
        providerTags = before.providerTags;
        offset = before.offset;
        habits = before.habits;
        provided = before.provided;
        keys = before.keys;
        written = written();
    }

    /** What these become where the company tags otherwise: the same resources have the same tags, under other names. */
    Tags renamed(Tagging later) {
        return new Tags(this, later);
    }

    private String[] written() {
        String[] texts = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            texts[i] = rules.key(tagging.keys().getOrDefault(keys[i], ""));
        }
        return texts;
    }

    /** The tags of the resource of this number as a JSON object, keys in alphabetical order; null for none. */
    @Nullable
    String of(Resource resource, long number) {
        List<ProviderTag> possible = providerTags.of(resource.kit().blueprint());
        TagSet provider = null;
        for (int i = 0; i < possible.size(); i++) {
            ProviderTag tag = possible.get(i);
            if (isSet(tag, number)) {
                provider = provider == null ? new TagSet() : provider;
                provider.add(tag.key(), rules.cut(resource.company().template(tag.value())
                        .expand(new Subject(resource, i))));
            }
        }
        if (!isTagged(resource)) {
            return provider == null ? null : provider.json();
        }
        int present = present(number);
        boolean dirty = habits.below(1000, 8 * number) < tagging.dirty();
        if (provider == null && !dirty) {
            return tidy(resource, present);
        }
        TagSet all = provider == null ? new TagSet() : provider;
        int wrong = dirty ? wrong(present, number) : -1;
        for (int i = 0; i < keys.length; i++) {
            if (i == wrong) {
                untidy(all, resource, number, i);
            } else if ((present >> i & 1) != 0) {
                all.add(written[i], rules.value(value(keys[i], resource)));
            }
        }
        return all.json();
    }

    /** The key that tags of this kind have in the provider; null where the company has none. */
    @Nullable
    String key(TagKey key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return written[i];
            }
        }
        return null;
    }

    /** What the provider makes of the value of a tag. */
    String value(String text) {
        return rules.value(text);
    }

    /** Whether the resource of this number has any tags, its provider's included; costs no text. */
    boolean any(Resource resource, long number) {
        for (ProviderTag tag : providerTags.of(resource.kit().blueprint())) {
            if (isSet(tag, number)) {
                return true;
            }
        }
        return isTagged(resource);
    }

    private boolean isSet(ProviderTag tag, long number) {
        return provided.of(tag.prefix()).of(tag.percent()).below(100, number) < tag.percent();
    }

    /** Whether anybody tagged it at all. */
    boolean isTagged(Resource resource) {
        if (resource.isStray()) {
            return false;
        }
        double untagged = 1 - coverage(resource.account());
        if (resource.isShortLived() || untagged <= 0 || untagged >= 1) {
            return place(resource.line() >> 1, resource.line() & 1) >= untagged;
        }
        double open = open(resource.company(), resource.stack());
        StackType type = resource.company().variant(resource.stack());
        for (int i = 0; i < type.slots(); i++) {
            int slot = slot(resource.stack(), type, i);
            boolean leftOut = isLeftOut(open, type, slot, untagged);
            if (slot == resource.slot()) {
                return !leftOut;
            }
            open = carried(open, type, slot, untagged);
        }
        throw new IllegalArgumentException("no slot " + resource.slot());
    }

    /**
     * How many lines are still to be left out when an application begins. The first applications carry over what rounding
     * left of the one before, so that the share of the rows is right in small bills, too; later ones begin anywhere.
     */
    private double open(Company company, long stack) {
        if (stack >= CARRYING) {
            return SPREAD * (place(stack, 2) - 0.5);
        }
        double[] open = openAt;
        if (open == null) {
            open = openAt(company);
            openAt = open;
        }
        return open[(int) stack];
    }

    private double[] openAt(Company company) {
        double[] at = new double[CARRYING];
        double open = FIRST_OPEN;
        int stack = 0;
        for (long cohort = 0; stack < CARRYING; cohort++) {
            double untagged = 1 - coverage(company.account(cohort));
            long end = Math.min(CARRYING, Cohort.firstStack(cohort) + Cohort.stacks(cohort));
            for (; stack < end; stack++) {
                at[stack] = open;
                StackType type = company.variant(stack);
                for (int i = 0; i < type.slots(); i++) {
                    open = carried(open, type, slot(stack, type, i), untagged);
                }
            }
        }
        return at;
    }

    /** The resource of an application that is looked at in this place: not always the same one comes first. */
    private int slot(long stack, StackType type, int place) {
        long first = stack < Cohort.LANDING ? 0 : Long.remainderUnsigned(habits.bits(-stack), type.slots());
        return (int) ((first + place) % type.slots());
    }

    private static boolean isLeftOut(double open, StackType type, int slot, double untagged) {
        int rows = type.rows(slot);
        return open + rows * untagged > rows * 0.5;
    }

    private static double carried(double open, StackType type, int slot, double untagged) {
        int rows = type.rows(slot);
        return open + rows * untagged - (isLeftOut(open, type, slot, untagged) ? rows : 0);
    }

    private double coverage(SubAccount account) {
        return tagging.coverage().getOrDefault(account.environment(), 0) / 1000.0;
    }

    /** In [0, 1), evenly spread over any few numbers in a row. */
    private double place(long number, long sequence) {
        return ((offset + sequence * OTHER + number * GOLDEN) >>> 11) * 0x1.0p-53;
    }

    /**
     * The tags of an account for what is charged to it as a whole, without those of an application; null where nobody set any.
     *
     * @param place in [0, 1): what has a place below the account's coverage is tagged
     */
    @Nullable
    String of(SubAccount account, double place) {
        if (place >= coverage(account)) {
            return null;
        }
        TagSet tags = new TagSet();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != TagKey.APPLICATION) {
                tags.add(written[i], rules.value(value(keys[i], account, "")));
            }
        }
        return tags.isEmpty() ? null : tags.json();
    }

    /** The keys that are there, as bits: all, or all but one or two. */
    private int present(long number) {
        int all = (1 << keys.length) - 1;
        if (habits.below(2000, 8 * number + 1) >= tagging.dirty() * LACKING_HALVES) {
            return all;
        }
        int left = all & ~(1 << habits.below(keys.length, 8 * number + 2))
                & ~(1 << habits.below(keys.length, 8 * number + 3));
        return left == 0 ? all : left;
    }

    /** One of the keys that are there. */
    private int wrong(int present, long number) {
        int chosen = habits.below(Integer.bitCount(present), 8 * number + 4);
        int key = 0;
        for (int i = 0; i <= chosen; key++) {
            i += present >> key & 1;
        }
        return key - 1;
    }

    private String tidy(Resource resource, int present) {
        Long key = ((long) resource.account().index() << 16 | resource.applicationIndex()) << 8 | present;
        String text = tidy.get(key);
        if (text == null) {
            TagSet tags = new TagSet();
            for (int i = 0; i < keys.length; i++) {
                if ((present >> i & 1) != 0) {
                    tags.add(written[i], rules.value(value(keys[i], resource)));
                }
            }
            text = tags.json();
            if (tidy.size() < MOST_KEPT) {
                tidy.put(key, text);
            }
        }
        return text;
    }

    /** Adds the tag with another key or another value: the first that the provider's rules leave different from the right one. */
    private void untidy(TagSet tags, Resource resource, long number, int place) {
        String right = rules.value(value(keys[place], resource));
        List<String> values = Untidy.values(keys[place], value(keys[place], resource), resource);
        List<String> others = Untidy.keys(keys[place]);
        if ((habits.bits(8 * number + 5) & 1) == 0) {
            int first = habits.below(others.size(), 8 * number + 6);
            for (int i = 0; i < others.size(); i++) {
                String key = rules.key(others.get((first + i) % others.size()));
                if (isNew(key)) {
                    tags.add(key, right);
                    if (habits.below(BESIDE, 8 * number + 7) == 0) {
                        tags.add(written[place], right);
                    }
                    return;
                }
            }
        }
        int first = habits.below(values.size(), 8 * number + 6);
        for (int i = 0; i < values.size(); i++) {
            String value = rules.value(values.get((first + i) % values.size()));
            if (!value.equals(right)) {
                tags.add(written[place], value);
                return;
            }
        }
        // A team may be called TBD, and a provider may have lower case only.
        tags.add(written[place], right);
    }

    /** Whether no key of the company is the same to the provider. */
    private boolean isNew(String key) {
        for (String known : written) {
            if (rules.identity(known).equals(rules.identity(key))) {
                return false;
            }
        }
        return true;
    }

    private static String value(TagKey key, Resource resource) {
        return value(key, resource.account(), resource.application());
    }

    private static String value(TagKey key, SubAccount account, String application) {
        Team team = account.holder();
        return switch (key) {
            case COST_CENTRE -> team.costCentre();
            case ENVIRONMENT -> account.environment().label();
            case OWNER -> team.owner();
            case TEAM -> team.name();
            case APPLICATION -> application;
            case BUSINESS_UNIT -> team.businessUnit();
        };
    }
}
