package io.focusgen.catalog;

/** The part of the world that a region is in: a company is at home in the same one with every provider. */
public enum Area {
    AMERICAS,
    EMEA,
    APAC
}
