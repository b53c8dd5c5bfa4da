package io.focusgen.spec;

import io.focusgen.focus.Dataset;

/** Where the service has what, for documents that say so. */
public final class ServicePaths {

    /** Of all of them. */
    public static final String FOLDER = "/api/v1/";

    /** Where answer sheets are. */
    public static final String TRUTH = FOLDER + "truth/";

    /** All files of a request in one. */
    public static final String BUNDLE = FOLDER + "bundle.zip";

    private ServicePaths() {
    }

    /** The path of a data set. @param extension of the format */
    public static String rows(Dataset dataset, String extension) {
        return FOLDER + dataset.label() + '.' + extension;
    }

    /** The path of the price list as CSV. */
    public static String priceList() {
        return FOLDER + "price-list.csv";
    }

    /** The path of an answer sheet. @param extension of the format */
    public static String sheet(String label, String extension) {
        return TRUTH + label + '.' + extension;
    }
}
