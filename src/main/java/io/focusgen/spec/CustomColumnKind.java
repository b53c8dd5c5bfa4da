package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.OrganisationAttribute;

/** Where an own column's texts come from, as requests name it. */
enum CustomColumnKind {
    CONSTANT("constant", "The text must be 1 to " + CustomColumn.Constant.LONGEST + " printable ASCII characters"
            + CustomColumnText.NO_FORMULA),
    TAG("tag", "The key must be 1 to " + CustomColumn.Tag.LONGEST + " printable ASCII characters"
            + CustomColumnText.NO_FORMULA),
    ORGANISATION("organisation", "The attribute must be one of " + String.join(", ", OrganisationAttribute.labels())
            + ".");

    private final String label;
    private final String allowed;

    CustomColumnKind(String label, String allowed) {
        this.label = label;
        this.allowed = allowed;
    }

    String label() {
        return label;
    }

    /** A sentence about what its value may be. */
    String allowed() {
        return allowed;
    }

    static List<String> labels() {
        return Stream.of(values()).map(CustomColumnKind::label).toList();
    }

    /** The kind of this name, in British or American spelling. */
    static Optional<CustomColumnKind> byName(String name) {
        String british = Spelling.plain(name).equals("organization") ? ORGANISATION.label : name;
        return Spelling.match(british, labels()).flatMap(CustomColumnKind::byLabel);
    }

    /** The kind that this is probably a mistyped name of. */
    static Optional<CustomColumnKind> nearest(String name) {
        return Spelling.nearest(name, labels()).flatMap(CustomColumnKind::byLabel);
    }

    private static Optional<CustomColumnKind> byLabel(String label) {
        return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** What gives a column of this kind its texts; empty where the value is not allowed. */
    Optional<CustomColumn.Source> source(String value) {
        return switch (this) {
            case CONSTANT -> Optional.of(value).filter(CustomColumn.Constant::isValid)
                    .filter(text -> !CustomColumnText.isFormula(text)).map(CustomColumn.Constant::new);
            case TAG -> Optional.of(value.strip()).filter(CustomColumn.Tag::isValid)
                    .filter(key -> !CustomColumnText.isFormula(key)).map(CustomColumn.Tag::new);
            case ORGANISATION -> attribute(value).map(CustomColumn.Organisation::new);
        };
    }

    private static Optional<OrganisationAttribute> attribute(String text) {
        return Spelling.match(text, OrganisationAttribute.labels()).flatMap(label -> Stream
                .of(OrganisationAttribute.values()).filter(attribute -> attribute.label().equals(label)).findFirst());
    }

    /** The value itself where it is allowed, or the one that it is probably a mistyping of. */
    Optional<String> nearestValue(String value) {
        if (source(value).isPresent()) {
            return Optional.of(value);
        }
        return switch (this) {
            case CONSTANT, TAG -> Optional.empty();
            case ORGANISATION -> Spelling.nearest(value, OrganisationAttribute.labels());
        };
    }
}
