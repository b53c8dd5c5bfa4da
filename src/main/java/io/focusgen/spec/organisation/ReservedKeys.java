package io.focusgen.spec.organisation;

import java.util.List;
import java.util.Locale;

/** How the tag keys begin that the clouds set themselves; a company's own may not. */
public final class ReservedKeys {

    /** In lower case. */
    public static final List<String> BEGINNINGS = List.of("aws", "eks", "azure", "microsoft", "windows", "ms-", "cm-",
            "hidden-", "aks-managed-", "databricks-", "goog", "compute.googleapis.com");

    private ReservedKeys() {
    }

    /** Whether a key, or the prefix of keys, is the clouds'. */
    public static boolean isReserved(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(lower::startsWith);
    }
}
