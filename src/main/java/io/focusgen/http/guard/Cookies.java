package io.focusgen.http.guard;

import java.util.ArrayList;
import java.util.List;

import io.vertx.core.http.HttpServerRequest;

/** Reads cookies as they were sent: the server keeps one of each name and forgets that there were two. */
final class Cookies {

    private Cookies() {
    }

    /** Every value that a request gives to a cookie, without quotes. */
    static List<String> of(HttpServerRequest request, String name) {
        List<String> values = new ArrayList<>();
        for (String header : request.headers().getAll("Cookie")) {
            for (String pair : header.split(";")) {
                int end = pair.indexOf('=');
                if (end > 0 && pair.substring(0, end).strip().equals(name)) {
                    values.add(unquoted(pair.substring(end + 1).strip()));
                }
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
