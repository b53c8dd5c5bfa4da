package io.focusgen.spec.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads nodes as what they should be; what they are not is noted. */
final class Members {

    /** What names are made of. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}");

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SHARE = Pattern.compile("0|1|[01]\\.0{1,3}|0\\.[0-9]{1,3}");

    private final Faults faults;

    Members(Faults faults) {
        this.faults = faults;
    }

    /** The members of an object of fixed names. */
    Map<Member, Node> of(Node node, Member.In object) {
        Map<Member, Node> members = new EnumMap<>(Member.class);
        each(node, object.words(), object.members(), members::put);
        return members;
    }

    /** Shows every member once whose name is one of {@code known}. */
    <E extends Named> void each(Node node, String object, List<E> known, BiConsumer<E, Node> reading) {
        String names = String.join(", ", Named.labels(known));
        if (!(node instanceof Node.Mapping mapping)) {
            faults.add(node, capital(object) + " must be an object with members of " + names + ".");
            return;
        }
        List<E> seen = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (faults.full()) {
                return;
            }
            E member = Named.find(entry.key().text(), known).orElse(null);
            if (member == null) {
                faults.add(entry.key(), capital(object) + " has no such member; there are " + names + ".",
                        Named.labels(known));
            } else if (seen.contains(member)) {
                faults.add(entry.key(), capital(object) + " has " + member.label() + " once only.");
            } else {
                seen.add(member);
                reading.accept(member, entry.value());
            }
        }
    }

    /** The items of a list of at least one and at most {@code most}; empty where it is none. */
    List<Node> items(@Nullable Node node, String what, int most) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
            faults.add(node, capital(what) + " must be a list of at least one.");
            return List.of();
        }
        if (sequence.items().size() > most) {
            faults.add(sequence.items().get(most), "There may be at most " + most + " " + what + ".");
            return sequence.items().subList(0, most);
        }
        return sequence.items();
    }

    /** A name, or null. */
    @Nullable
    String name(@Nullable Node node, String what) {
        return text(node, what, NAME,
                "1 to 50 letters, digits, blanks and . _ - that begin with a letter or digit");
    }

    /** A text that matches a pattern, or null where there is none or another. */
    @Nullable
    String text(@Nullable Node node, String what, Pattern pattern, String allowed) {
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar scalar && pattern.matcher(scalar.text()).matches()
                && !scalar.text().endsWith(" ")) {
            return scalar.text();
        }
        faults.add(node, capital(what) + " must be " + allowed + ".");
        return null;
    }

    /** A constant, or null. */
    <E extends Named> @Nullable E choice(@Nullable Node node, String what, List<E> constants) {
        if (node == null) {
            return null;
        }
        E found = node instanceof Node.Scalar scalar ? Named.find(scalar.text(), constants).orElse(null) : null;
        if (found == null) {
            List<String> labels = Named.labels(constants);
            faults.add(node, capital(what) + " must be one of " + String.join(", ", labels) + ".", labels);
        }
        return found;
    }

    /** A whole number of at most four digits within the bounds, or null. */
    @Nullable
    Integer whole(@Nullable Node node, String what, int from, int to) {
        String text = text(node, what, WHOLE, "a whole number from " + from + " to " + to);
        if (node == null || text == null) {
            return null;
        }
        int value = Integer.parseInt(text);
        if (value < from || value > to) {
            faults.add(node, capital(what) + " must be a whole number from " + from + " to " + to + ".");
            return null;
        }
        return value;
    }

    /** A share from 0 to 1 in thousandths, or null. */
    @Nullable
    Integer share(@Nullable Node node, String what) {
        String text = text(node, what, SHARE, "0 to 1 with at most 3 decimals");
        if (text == null) {
            return null;
        }
        String decimals = text.length() > 1 ? text.substring(2) : "";
        return 1000 * (text.charAt(0) - '0') + Integer.parseInt((decimals + "000").substring(0, 3));
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
