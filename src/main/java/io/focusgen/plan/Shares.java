package io.focusgen.plan;

import io.focusgen.estate.Draw;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;

/**
 * The cost share of every service category: nine tenths by the distribution, one tenth by the profile, so that a
 * distribution moves its own categories by ten points and more in every profile.
 */
final class Shares {

    private static final double BY_PROFILE = 0.1;

    /** How far a category's share of a cloud's bill is off the others', up and down. */
    private static final double LEANING = 0.07;

    private Shares() {
    }

    /**
     * Shares by {@code ServiceCategory.ordinal()}, adding up to 1.
     *
     * @param leaning what the company uses this cloud for rather than another: no two bills are spent alike
     */
    static double[] of(Distribution distribution, Profile profile, Draw leaning) {
        double[] shares = scaled(distribution(distribution), 1 - BY_PROFILE);
        double[] tilt = scaled(profile(profile), BY_PROFILE);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + tilt[i]) * (1 - LEANING + 2 * LEANING * leaning.unit(i));
        }
        return scaled(shares, 1);
    }

    private static double[] scaled(double[] shares, double total) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] scaled = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            scaled[i] = shares[i] / sum * total;
        }
        return scaled;
    }

    private static double[] distribution(Distribution distribution) {
        return switch (distribution) {
            case EVENLY_DISTRIBUTED -> table(16, 12, 12, 12, 10, 10, 7, 6);
            case BALANCED -> table(36, 15, 19, 9, 4, 5, 1, 5);
            case ML_FOCUSED -> table(18, 9, 6, 5, 42, 8, 1, 5);
            case DATA_INTENSIVE -> table(7, 29, 29, 4, 3, 26, 1, 2);
            case MEDIA_INTENSIVE -> table(6, 28, 3, 28, 3, 2, 25, 2);
            case COMPUTE_HEAVY -> table(55, 10, 10, 7, 3, 4, 1, 5);
            case STORAGE_HEAVY -> table(13, 50, 10, 7, 3, 6, 2, 4);
            case NETWORK_HEAVY -> table(15, 9, 8, 48, 2, 4, 3, 5);
        };
    }

    private static double[] profile(Profile profile) {
        return switch (profile) {
            case GREENFIELD -> table(45, 10, 15, 8, 4, 3, 1, 6);
            case STARTUP -> table(40, 12, 18, 10, 5, 4, 1, 5);
            case LARGE_BUSINESS, ENTERPRISE -> table(38, 16, 18, 10, 3, 5, 1, 5);
            case DATA_HEAVY -> table(20, 22, 24, 6, 3, 20, 1, 3);
            case ML_AI -> table(30, 12, 8, 6, 34, 6, 1, 3);
        };
    }

    /** The eight categories that the distributions are about; what the smaller ones have is the same everywhere. */
    private static double[] table(double compute, double storage, double databases, double networking, double ai,
            double analytics, double media, double management) {
        double[] shares = new double[ServiceCategory.values().length];
        for (ServiceCategory category : ServiceCategory.values()) {
            shares[category.ordinal()] = switch (category) {
                case COMPUTE -> compute;
                case STORAGE -> storage;
                case DATABASES -> databases;
                case NETWORKING -> networking;
                case AI_AND_MACHINE_LEARNING -> ai;
                case ANALYTICS -> analytics;
                case MEDIA -> media;
                case MANAGEMENT_AND_GOVERNANCE -> management;
                case SECURITY, INTEGRATION -> 2;
                case DEVELOPER_TOOLS -> 1;
                case BUSINESS_APPLICATIONS, IDENTITY, INTERNET_OF_THINGS, MIGRATION, MOBILE, MULTICLOUD, WEB, OTHER ->
                    0.4;
            };
        }
        return shares;
    }
}
