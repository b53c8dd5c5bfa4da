package io.focusgen.estate;

import java.util.Arrays;
import java.util.List;

/** What an application is for to the company: who uses it when, and what is counted. One for each field of {@link Vocabulary}. */
public enum Business {
    COMMERCE("shop", true, Driver.ORDERS, Driver.ACTIVE_USERS),
    PLATFORM("service", true, Driver.REQUESTS),
    DATA("insight", false, Driver.ACTIVE_USERS, Driver.REQUESTS),
    INTELLIGENCE("assistant", true, Driver.TOKENS, Driver.REQUESTS),
    FINANCE("finance", true, Driver.REQUESTS, Driver.ACTIVE_USERS),
    OPERATIONS("workday", false, Driver.ACTIVE_USERS, Driver.REQUESTS),
    MEDIA("media", true, Driver.ACTIVE_USERS, Driver.REQUESTS),
    MOBILITY("mobile", true, Driver.ACTIVE_USERS, Driver.REQUESTS);

    private final LoadShape load;
    private final boolean open;
    private final List<Driver> drivers;

    /** @param open whether people outside of the company use it */
    Business(String load, boolean open, Driver... drivers) {
        this.load = LoadShape.of(load);
        this.open = open;
        this.drivers = List.of(drivers);
    }

    /** Whether people outside of the company use it. */
    public boolean isOpen() {
        return open;
    }

    /** When its users come. */
    public LoadShape load() {
        return load;
    }

    /**
     * Whether a shape is what users outside of the company make of applications in production, of one kind or of all: those
     * alone come in larger numbers on peak days, not who works there. Nothing else follows such a shape.
     */
    public static boolean bringsUsers(LoadShape shape) {
        return shape.equals(LoadShape.PUBLIC)
                || Arrays.stream(values()).anyMatch(some -> some.open && some.load.equals(shape));
    }

    /** What is counted in it, the most telling first. */
    public List<Driver> drivers() {
        return drivers;
    }

    /** That of an application: by a word of its name, else by the unit that it belongs to, else any. */
    static Business of(String application, String unit, Draw draw) {
        for (Vocabulary.Field field : Vocabulary.FIELDS) {
            if (field.applications().contains(application)
                    || Arrays.stream(application.split("-")).anyMatch(field.nouns()::contains)) {
                return of(field);
            }
        }
        return Vocabulary.FIELDS.stream().filter(field -> field.unit().equals(unit)).findFirst().map(Business::of)
                .orElseGet(() -> values()[draw.of(application).below(values().length, Salt.BUSINESS)]);
    }

    private static Business of(Vocabulary.Field field) {
        return values()[Vocabulary.FIELDS.indexOf(field)];
    }
}
