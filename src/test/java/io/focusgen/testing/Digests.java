package io.focusgen.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import io.focusgen.spec.Profile;

/** Prints what this Java makes of a few requests, to be compared with what another one makes of them. */
public final class Digests {

    private Digests() {
    }

    /** A line that says how this Java writes numbers and where it thinks it is, then one for each request. */
    public static void main(String[] args) {
        // Whatever the default charset is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        out.println(surroundings());
        requests().forEach(request -> out.println(Bytes.of(request).digest() + " " + request));
    }

    /** The release of Java, then the default locale, its digits, and the default time zone. In ASCII. */
    static String surroundings() {
        StringBuilder text = new StringBuilder("Java ").append(Runtime.version().feature()).append(' ')
                .append(Locale.getDefault().toLanguageTag()).append(' ').append(TimeZone.getDefault().getID())
                .append(' ');
        NumberFormat.getIntegerInstance().format(1).chars()
                .forEach(digit -> text.append("U+").append(Integer.toHexString(digit)));
        return text.toString();
    }

    /** Small, but with every kind of charge, every profile, and months of all lengths. */
    public static List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            requests.add(Request.rows(3_000).daily().profile(profile).month("2024-02").seed(11));
        }
        requests.add(Request.rows(10_000).hourly().month("2025-12").seed(12));
        requests.add(Request.rows(300).months(3).month("2025-12").seed(13));
        return requests;
    }
}
