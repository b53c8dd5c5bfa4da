package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.organisation.Fault;
import io.focusgen.spec.organisation.OrganisationReader;
import io.focusgen.spec.organisation.OrganisationSpec;

/** The value of {@link Parameter#ORGANISATION}: the name of a built-in organisation, or a document. */
final class OrganisationParameter {

    /** No document is a word or two. */
    private static final Pattern NAME = Pattern.compile("\\s*[A-Za-z0-9 _-]{1,64}\\s*");

    private OrganisationParameter() {
    }

    /** The organisation that is asked for; null where none is, or where it is wrong, which is noted. */
    static @Nullable OrganisationSpec read(GivenParameters given) {
        return given.one(Parameter.ORGANISATION, Optional.<OrganisationSpec>empty(),
                text -> NAME.matcher(text).matches() ? Optional.of(named(text)) : document(text, given)).orElse(null);
    }

    private static OrganisationSpec named(String text) throws WrongValue {
        Optional<String> label = Spelling.match(text.strip(), BuiltInOrganisation.labels());
        for (BuiltInOrganisation builtIn : BuiltInOrganisation.values()) {
            if (label.isPresent() && builtIn.label().equals(label.get())) {
                return builtIn.organisation();
            }
        }
        throw new WrongValue(Spelling.nearest(text.strip(), BuiltInOrganisation.labels()).orElse(null));
    }

    private static Optional<OrganisationSpec> document(String text, GivenParameters given) {
        OrganisationReader.Reading reading = OrganisationReader.read(text);
        for (Fault fault : reading.faults()) {
            String value = fault.value();
            List<String> choices = fault.choices();
            given.refuse(Parameter.ORGANISATION, value,
                    "In line " + fault.line() + ", column " + fault.column() + ": " + fault.message(),
                    value == null ? null : Spelling.nearest(value, choices).orElse(null));
        }
        return Optional.ofNullable(reading.organisation());
    }

    /** How a request asks for an organisation: by name where it has one, else by its document; null for none. */
    static @Nullable String text(@Nullable OrganisationSpec organisation) {
        return organisation == null
                ? null
                : BuiltInOrganisation.of(organisation).map(BuiltInOrganisation::label)
                        .orElseGet(organisation::canonical);
    }
}
