package io.focusgen.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression of Prometheus as far as its form goes, and finds what it selects. It knows the functions that rules and
 * dashboards of this project use; types are for promtool to check.
 */
final class PromQl {

    /**
     * What an expression reads.
     *
     * @param metric the name, empty where only labels are given
     * @param matchers by label, the operator and the value, such as {@code =~a|b}
     */
    record Selector(String metric, Map<String, String> matchers) {
    }

    private static final Set<String> AGGREGATORS = Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk",
            "quantile");
    private static final Set<String> FUNCTIONS = Set.of("rate", "increase", "changes", "absent", "absent_over_time",
            "histogram_quantile",
            "min_over_time", "max_over_time", "avg_over_time", "count_over_time", "clamp_min", "round", "vector");
    private static final Set<String> SETS = Set.of("and", "or", "unless");
    private static final Pattern TOKEN = Pattern.compile("\\s+|#[^\n]*"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<duration>(?:[0-9]+(?:ms|[smhdwy]))+)(?![a-zA-Z0-9_.])"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)(?![a-zA-Z0-9_])"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<sign>=~|!~|==|!=|>=|<=|[-+*/%^<>=(){}\\[\\],])");

    private record Token(String kind, String text) {

        boolean is(String expected) {
            return !kind.equals("string") && text.equals(expected);
        }
    }

    private static final Token END = new Token("end", "the end");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private int at;

    private PromQl(String text) {
        this.text = text;
    }

    /**
     * What an expression reads.
     *
     * @throws IllegalArgumentException if it is none, with what was expected
     */
    static List<Selector> selectors(String expression) {
        PromQl reader = new PromQl(expression);
        reader.split();
        reader.expression();
        if (reader.next() != END) {
            throw reader.unexpected("an operator or the end");
        }
        return reader.selectors;
    }

    private void split() {
        Matcher found = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!found.find(end) || found.start() != end) {
                throw new IllegalArgumentException("\"" + text.substring(end) + "\" is nothing that an expression has");
            }
            for (String kind : List.of("string", "duration", "number", "name", "sign")) {
                String part = found.group(kind);
                if (part != null) {
                    tokens.add(new Token(kind, part));
                }
            }
            end = found.end();
        }
    }

    private void expression() {
        operand();
        while (isOperator(next())) {
            at++;
            skip("bool");
            if (skip("on") || skip("ignoring")) {
                labels();
                if ((skip("group_left") || skip("group_right")) && next().is("(")) {
                    labels();
                }
            }
            operand();
        }
    }

    private static boolean isOperator(Token token) {
        return switch (token.kind()) {
            case "sign" ->
                Set.of("+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<=").contains(token.text());
            case "name" -> SETS.contains(token.text());
            default -> false;
        };
    }

    private void operand() {
        if (!skip("-")) {
            skip("+");
        }
        Token token = next();
        if (token.kind().equals("number")) {
            at++;
        } else if (skip("(")) {
            expression();
            expect(")");
        } else if (token.is("{")) {
            select("");
        } else if (token.kind().equals("name") && !SETS.contains(token.text())) {
            at++;
            named(token.text());
        } else {
            throw unexpected("a metric, a function, a number or (");
        }
        while (skip("[")) {
            if (!next().kind().equals("duration")) {
                throw unexpected("a time");
            }
            at++;
            expect("]");
        }
    }

    private void named(String name) {
        boolean grouped = next().is("by") || next().is("without");
        if (!grouped && !next().is("(")) {
            select(name);
            return;
        }
        if (grouped ? !AGGREGATORS.contains(name) : !AGGREGATORS.contains(name) && !FUNCTIONS.contains(name)) {
            throw new IllegalArgumentException(name + " is not known here: add it to PromQl if Prometheus has it");
        }
        grouping();
        expect("(");
        do {
            expression();
        } while (skip(","));
        expect(")");
        if (AGGREGATORS.contains(name)) {
            grouping();
        }
    }

    private void grouping() {
        if (skip("by") || skip("without")) {
            labels();
        }
    }

    private void labels() {
        expect("(");
        while (next().kind().equals("name")) {
            at++;
            if (!skip(",")) {
                break;
            }
        }
        expect(")");
    }

    private void select(String metric) {
        Map<String, String> matchers = new HashMap<>();
        if (skip("{")) {
            while (next().kind().equals("name")) {
                matcher(matchers);
                if (!skip(",")) {
                    break;
                }
            }
            expect("}");
        }
        selectors.add(new Selector(metric, matchers));
    }

    private void matcher(Map<String, String> matchers) {
        String label = next().text();
        at++;
        String sign = next().text();
        if (!Set.of("=", "!=", "=~", "!~").contains(sign)) {
            throw unexpected("=, !=, =~ or !~");
        }
        at++;
        if (!next().kind().equals("string")) {
            throw unexpected("a text in quotes");
        }
        String value = next().text();
        at++;
        matchers.put(label, sign + value.substring(1, value.length() - 1));
    }

    private Token next() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private boolean skip(String expected) {
        if (next().is(expected)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw unexpected(expected);
        }
    }

    private IllegalArgumentException unexpected(String expected) {
        return new IllegalArgumentException(
                next().text() + " stands where " + expected + " should, in " + text.strip());
    }
}
