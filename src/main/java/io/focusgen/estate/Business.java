package io.focusgen.estate;

import java.util.Arrays;
import java.util.List;

/** What an application is for to the company: who uses it when, and what is counted. One for each field of {@link Vocabulary}. */
public enum Business {
    COMMERCE("shop", Driver.ORDERS, Driver.ACTIVE_USERS),
    PLATFORM("service", Driver.REQUESTS),
    DATA("insight", Driver.ACTIVE_USERS, Driver.REQUESTS),
    INTELLIGENCE("assistant", Driver.TOKENS, Driver.REQUESTS),
    FINANCE("finance", Driver.REQUESTS, Driver.ACTIVE_USERS),
    OPERATIONS("workday", Driver.ACTIVE_USERS, Driver.ORDERS),
    MEDIA("media", Driver.ACTIVE_USERS, Driver.REQUESTS),
    MOBILITY("mobile", Driver.ACTIVE_USERS, Driver.REQUESTS);

    private final LoadShape load;
    private final List<Driver> drivers;

    Business(String load, Driver... drivers) {
        this.load = LoadShape.of(load);
        this.drivers = List.of(drivers);
    }

    /** When its users come. */
    public LoadShape load() {
        return load;
    }

    /**
     * Whether a shape is what users make of applications in production, of one kind or of all: those alone come in larger
     * numbers on peak days. Nothing else follows such a shape.
     */
    public static boolean bringsUsers(LoadShape shape) {
        return shape.equals(LoadShape.PUBLIC) || Arrays.stream(values()).anyMatch(some -> some.load.equals(shape));
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
