package io.focusgen.spec.organisation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A text in YAML 1.2, and so in JSON, as nodes with their places. */
final class YamlText {

    static final int MOST_BYTES = 64 * 1024;
    static final int DEEPEST = 8;

    /** Names, values and objects. */
    static final int MOST_NODES = 10_000;

    /** How null is written. */
    private static final List<String> NOTHING = List.of("", "~", "null", "Null", "NULL");

    private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("organisation").build();

    private final Iterator<Event> events;
    private final Faults faults;
    private int nodes;

    /** Says that nothing more can be read; what is wrong has been noted. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private YamlText(String text, Faults faults) {
        events = new Parse(SETTINGS).parseString(text).iterator();
        this.faults = faults;
    }

    /** The root of the only document in {@code text}; null where it cannot be read, and why is noted. */
    static @Nullable Node read(String text, Faults faults) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(1, 1, null, "The document has more than 64 KiB.", List.of());
            return null;
        }
        try {
            return new YamlText(spaced(text), faults).document();
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
            faults.add(line(mark), column(mark), null,
                    "This is neither YAML nor JSON: " + sentence(broken.getProblem()),
                    List.of());
        } catch (ReaderException broken) {
            String before = text.substring(0, Math.min(text.length(), text.offsetByCodePoints(0,
                    Math.min(broken.getPosition(), text.codePointCount(0, text.length())))));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            faults.add(line, before.length() - before.lastIndexOf('\n'), null,
                    "There is a character that YAML and JSON do not allow: U+"
                            + Integer.toHexString(broken.getCodePoint()) + ".",
                    List.of());
        } catch (YamlEngineException | IllegalArgumentException broken) {
            // The library lets the exceptions of some malformed escapes through.
            faults.add(1, 1, null, "This is neither YAML nor JSON: " + sentence(broken.getMessage()), List.of());
        } catch (Unreadable noted) {
            return null;
        }
        return null;
    }

    /** JSON may be indented with tabs, which YAML does not allow everywhere. */
    private static String spaced(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    private static String sentence(@Nullable String problem) {
        String said = problem == null || problem.isBlank() ? "it cannot be read" : problem.strip();
        return said.endsWith(".") ? said : said + ".";
    }

    private @Nullable Node document() throws Unreadable {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent)) {
            faults.add(1, 1, null, "The document is empty; it needs at least teams.", List.of());
            return null;
        }
        Node root = node(events.next(), 1);
        events.next();
        Event last = events.next();
        if (last instanceof DocumentStartEvent) {
            throw unreadable(last, "There is a second document; only one is read.");
        }
        return root;
    }

    private Node node(Event event, int depth) throws Unreadable {
        if (event instanceof AliasEvent) {
            throw unreadable(event, "Aliases (*) are not allowed.");
        }
        if (++nodes > MOST_NODES) {
            throw unreadable(event, "There may be at most " + MOST_NODES + " names and values.");
        }
        NodeEvent start = (NodeEvent) event;
        if (start.getAnchor().isPresent()) {
            throw unreadable(event, "Anchors (&) are not allowed.");
        }
        if (start instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent collection = (CollectionStartEvent) start;
        if (collection.getTag().isPresent()) {
            throw unreadable(event, "Tags (!) are not allowed.");
        }
        if (depth > DEEPEST) {
            throw unreadable(event, "Nothing may be nested more than " + DEEPEST + " deep.");
        }
        return collection.getEventId() == Event.ID.SequenceStart ? sequence(event, depth) : mapping(event, depth);
    }

    private Node.Scalar scalar(ScalarEvent scalar) throws Unreadable {
        if (scalar.getTag().isPresent()) {
            throw unreadable(scalar, "Tags (!) are not allowed.");
        }
        boolean nothing = scalar.isPlain() && NOTHING.contains(scalar.getValue());
        return new Node.Scalar(line(scalar), column(scalar), nothing ? "" : scalar.getValue());
    }

    private Node sequence(Event start, int depth) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(line(start), column(start), items);
    }

    private Node mapping(Event start, int depth) throws Unreadable {
        List<Node.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw unreadable(event, "A member's name must be a word.");
            }
            entries.add(new Node.Entry(name, node(events.next(), depth + 1)));
        }
        return new Node.Mapping(line(start), column(start), entries);
    }

    private Unreadable unreadable(Event at, String message) {
        faults.add(line(at), column(at), null, message, List.of());
        return new Unreadable();
    }

    private static int line(Event event) {
        return line(event.getStartMark().orElse(null));
    }

    private static int column(Event event) {
        return column(event.getStartMark().orElse(null));
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static int column(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getColumn() + 1;
    }
}
