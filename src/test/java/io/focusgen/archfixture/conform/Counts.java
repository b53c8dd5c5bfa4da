package io.focusgen.archfixture.conform;

import java.util.HashMap;
import java.util.Map;

/** May use a HashMap, since nothing it writes has an order. */
public final class Counts {
    public final Map<String, Integer> counts = new HashMap<>();
}
