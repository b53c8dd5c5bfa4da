package io.focusgen.spec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tolerates how people write names, and guesses what a mistyped one was meant to be. */
public final class Spelling {

    /** Between words they may be left out; before a number one would be a sign. */
    private static final String SEPARATORS = "-_";

    /** No name of ours is near this long, and the guess costs the product of both lengths. */
    private static final int LONGEST_GUESSED = 64;

    /** Fewer letters begin too many words to mean one. */
    private static final int SHORTEST_BEGINNING = 3;

    private Spelling() {
    }

    /** Lower case without spaces, {@code _} and {@code -}: "Large Business" and {@code largeBusiness} are the same. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != ' ' && c != '_' && c != '-') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The known name that {@code given} is another spelling of. */
    public static Optional<String> match(String given, Collection<String> known) {
        String plain = plain(given);
        boolean begins = !given.isEmpty() && SEPARATORS.indexOf(given.charAt(0)) >= 0;
        boolean ends = !given.isEmpty() && SEPARATORS.indexOf(given.charAt(given.length() - 1)) >= 0;
        return begins || ends
                ? Optional.empty()
                : known.stream().filter(name -> plain(name).equals(plain)).findFirst();
    }

    /**
     * The known name with the fewest typing errors between it and {@code given}, the first of several; none where more
     * than a third of the letters (and more than one) would have to change. Failing that, the only one that begins so.
     */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String plain = plain(given);
        if (plain.isEmpty() || plain.length() > LONGEST_GUESSED) {
            return Optional.empty();
        }
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            String candidate = plain(name);
            int edits = edits(plain, candidate);
            if (edits < fewest && edits <= Math.max(1, Math.min(plain.length(), candidate.length()) / 3)) {
                nearest = name;
                fewest = edits;
            }
        }
        return nearest != null ? Optional.of(nearest) : onlyOneBeginning(plain, known);
    }

    private static Optional<String> onlyOneBeginning(String plain, Collection<String> known) {
        List<String> beginning = known.stream().filter(name -> plain(name).startsWith(plain)).toList();
        return plain.length() >= SHORTEST_BEGINNING && beginning.size() == 1
                ? Optional.of(beginning.get(0))
                : Optional.empty();
    }

    /**
     * Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of neighbours
     * that lead from one to the other.
     */
    public static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                row[j] = edits;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }
}
