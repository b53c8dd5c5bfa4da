package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;

/** Templates are texts with names in braces: {@code arn:aws:s3:::{name}}. */
public final class Placeholders {

    private Placeholders() {
    }

    /** What stands between braces, in order; an unclosed one with its brace, so that it is no known name. */
    public static List<String> in(String template) {
        List<String> names = new ArrayList<>();
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
            int close = template.indexOf('}', open);
            names.add(close < 0 ? template.substring(open) : template.substring(open + 1, close));
        }
        return names;
    }
}
