package io.focusgen.estate;

import io.focusgen.spec.Profile;

/** What the size of a company decides beside its budget. */
final class ProfileSize {

    private ProfileSize() {
    }

    /** Regions that such a company is in. */
    static int regions(Profile profile) {
        return switch (profile) {
            case GREENFIELD -> 2;
            case STARTUP -> 3;
            case ML_AI -> 4;
            case DATA_HEAVY -> 5;
            case LARGE_BUSINESS -> 6;
            case ENTERPRISE -> 12;
        };
    }

    /** Tenths of a per cent off list price that a company of this size has negotiated. */
    static int discountPerMille(Profile profile) {
        return switch (profile) {
            case GREENFIELD, STARTUP -> 0;
            case LARGE_BUSINESS -> 50;
            case DATA_HEAVY -> 60;
            case ML_AI -> 70;
            case ENTERPRISE -> 90;
        };
    }
}
