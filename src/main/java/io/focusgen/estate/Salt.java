package io.focusgen.estate;

/** What a value is drawn for. A salt is part of everything ever invented: add, never change or reuse. */
public final class Salt {

    public static final long COMPANY = 0x2545F4914F6CDD1DL;
    public static final long ORGANISATION = 0x1B873593CC9E2D51L;
    public static final long ACCOUNT_ID = 0x52DCE729A0761D64L;
    public static final long REGION = 0x38495AB5E7037ED1L;
    public static final long COHORT_ACCOUNT = 0x8EBC6AF09C88C6E3L;
    public static final long COHORT_REGION = 0x589965CC75374CC3L;
    public static final long VARIANT = 0x1D8E4E27C47D124FL;
    public static final long STACK_SIZE = 0xEB44ACCAB455D165L;
    public static final long APPLICATION = 0xA5A5F0F03C3C9696L;
    public static final long LINE_SIZE = 0xC2B2AE3D27D4EB4FL;
    public static final long RESOURCE_SIZE = 0x165667B19E3779F9L;
    public static final long RESOURCE_ID = 0x27D4EB2F165667C5L;
    public static final long ZONE = 0x85EBCA77C2B2AE63L;
    public static final long TAGS = 0xFF51AFD7ED558CCDL;
    public static final long SHORT_LIVED = 0xC4CEB9FE1A85EC53L;
    public static final long SHORT_LENGTH = 0x9FB21C651E98DF25L;
    public static final long SHORT_START = 0xD6E8FEB86659FD93L;
    public static final long ZERO_QUANTITY = 0xBEA225F9EB34556DL;
    public static final long INVOICE = 0x94D049BB133111E5L;
    public static final long TAG_HABITS = 0x6C62272E07BB0142L;
    public static final long PROVIDER_TAGS = 0x62B821756295C58DL;
    public static final long LEAVER = 0xAF63BD4C8601B7DFL;
    public static final long MONTH = 0xA0761D6478BD642FL;
    public static final long MARK = 0x3C6EF372FE94F82BL;
    public static final long CREDIT = 0x1F83D9ABFB41BD6BL;
    public static final long CORRECTION = 0x7C15F0B7A3D9E285L;
    public static final long MARKETPLACE = 0x5BE0CD19137E2179L;
    public static final long CREDIT_POOL = 0x4528B2B3C1F0E6A9L;
    public static final long LEANING = 0x3C79AC492BA7B653L;
    public static final long BUSINESS = 0x51ED270B4D2C9A37L;
    public static final long LOAD = 0x7A6E1B93D80F4C65L;
    public static final long SEASON = 0x0D9C4F72E36AB581L;
    public static final long DRIVER = 0x69B3A8D15F20E7CBL;

    public static final long INCIDENT = 0x5BE0CD19137E2179L;

    public static final long COMMITMENT_TERM = 0x4CF5AD432745937FL;

    public static final long WASTE = 0x2F6B3D91C85E47A3L;

    private Salt() {
    }
}
