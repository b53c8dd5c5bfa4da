package io.focusgen.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.organisation.OrganisationReader;
import io.focusgen.spec.organisation.OrganisationSpec;

/** An organisation with a name, read from the document that lies beside this class. */
enum BuiltInOrganisation {
    /** A mid-size company that one can put on a slide. */
    SAMPLECO("sampleco");

    private final String label;
    private @Nullable OrganisationSpec organisation;

    BuiltInOrganisation(String label) {
        this.label = label;
    }

    /** As in requests. */
    String label() {
        return label;
    }

    /** Read at first use. */
    synchronized OrganisationSpec organisation() {
        if (organisation == null) {
            OrganisationReader.Reading reading = OrganisationReader.read(document());
            if (reading.organisation() == null) {
                throw new IllegalStateException(label + ": " + reading.faults());
            }
            organisation = reading.organisation();
        }
        return organisation;
    }

    private String document() {
        try (InputStream stream = BuiltInOrganisation.class.getResourceAsStream("organisation/" + label + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("there is no document of " + label);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(label, broken);
        }
    }

    static Optional<BuiltInOrganisation> of(OrganisationSpec organisation) {
        return Stream.of(values()).filter(builtIn -> builtIn.organisation().equals(organisation)).findFirst();
    }

    /** All labels, in order. */
    static List<String> labels() {
        return Stream.of(values()).map(BuiltInOrganisation::label).toList();
    }
}
