package io.focusgen.spec.organisation;

import java.nio.charset.StandardCharsets;

/** A text as an organisation's document. */
public final class OrganisationFuzz {

    private OrganisationFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        OrganisationReader.Reading reading = OrganisationReader.read(text);
        OrganisationSpec organisation = reading.organisation();
        require((organisation == null) != reading.faults().isEmpty(), "either an organisation or faults");
        require(reading.faults().size() <= Faults.MOST, "no more faults than anybody reads");
        for (Fault fault : reading.faults()) {
            require(fault.line() >= 1 && fault.column() >= 1, "a place, not " + fault);
            require(fault.message().matches("(?s)[A-Z].{5,}\\."), "a sentence, not " + fault.message());
        }
        if (organisation != null) {
            String canonical = organisation.canonical();
            require(canonical.chars().allMatch(c -> c >= ' ' && c <= '~'), "printable ASCII, not " + canonical);
            require(organisation.equals(OrganisationReader.read(canonical).organisation()), "the same again");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("must be " + what);
        }
    }
}
