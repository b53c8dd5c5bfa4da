package io.focusgen;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaConstructor;

/** The JDK's methods whose result depends on more than their arguments, or differs from one JDK to the next. */
final class NotReproducible {

    private static final String CONSTRUCTOR = JavaConstructor.CONSTRUCTOR_NAME;

    /** Owner to the methods that are banned whatever their arguments. */
    private static final Map<String, Set<String>> BANNED = Map.ofEntries(
            // Only StrictMath promises the last bit; sqrt, rounding and integer methods are exact in both.
            Map.entry("java.lang.Math",
                    Set.of("exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin",
                            "acos", "atan", "atan2", "sinh", "cosh", "tanh", "random")),
            // JDK 19 changed the digits of some numbers.
            Map.entry("java.lang.Double", Set.of("toString")),
            Map.entry("java.lang.Float", Set.of("toString")),
            Map.entry("java.lang.String", Set.of("format", "formatted")),
            Map.entry("java.util.Formatter", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.DecimalFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.MessageFormat", Set.of(CONSTRUCTOR, "format")),
            Map.entry("java.text.NumberFormat", Set.of("getInstance", "getNumberInstance", "getCurrencyInstance")),
            Map.entry("java.text.SimpleDateFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime", "identityHashCode", "lineSeparator")),
            Map.entry("java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.util.TimeZone", Set.of("getDefault")),
            Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
            Map.entry("java.util.Collections", Set.of("shuffle")));

    /** Owner, method and raw parameter types, where another overload is fine. */
    private static final Set<String> BANNED_OVERLOADS = Set.of(
            "java.lang.String.valueOf(double)", "java.lang.String.valueOf(float)",
            "java.lang.StringBuilder.append(double)", "java.lang.StringBuilder.append(float)",
            "java.math.BigDecimal.valueOf(double)",
            "java.lang.String.toLowerCase()", "java.lang.String.toUpperCase()", "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)", "java.lang.String.<init>([B, int, int)",
            "java.io.ByteArrayOutputStream.toString()", "java.util.Date.<init>()",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.FileReader.<init>(java.lang.String)", "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)", "java.io.FileWriter.<init>(java.io.File)",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

    /** Sources of chance; no method of theirs is of use here. */
    private static final List<String> RANDOM = List.of("java.util.Random", "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom", "java.util.random.");

    private static final Set<String> HASH_ORDERED = Set.of("java.util.HashMap", "java.util.HashSet",
            "java.util.IdentityHashMap", "java.util.WeakHashMap", "java.util.Hashtable");

    /** Collectors that make a HashMap or HashSet unless told which map to make. */
    private static final Set<String> HASH_COLLECTORS = Set.of("toSet()", "toUnmodifiableSet()",
            "toMap(java.util.function.Function, java.util.function.Function)",
            "toMap(java.util.function.Function, java.util.function.Function, java.util.function.BinaryOperator)",
            "toUnmodifiableMap(java.util.function.Function, java.util.function.Function)",
            "toUnmodifiableMap(java.util.function.Function, java.util.function.Function, java.util.function.BinaryOperator)",
            "groupingBy(java.util.function.Function)",
            "groupingBy(java.util.function.Function, java.util.stream.Collector)");

    private NotReproducible() {
    }

    static boolean isBanned(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return BANNED.getOrDefault(owner, Set.of()).contains(name)
                || BANNED_OVERLOADS.contains(owner + "." + signature(target))
                || owner.startsWith("java.time.") && name.equals("now")
                || RANDOM.stream().anyMatch(owner::startsWith);
    }

    static boolean isHashOrdered(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        return HASH_ORDERED.contains(owner) && target.getName().equals(CONSTRUCTOR)
                || owner.equals("java.util.stream.Collectors") && HASH_COLLECTORS.contains(signature(target));
    }

    private static String signature(CodeUnitAccessTarget target) {
        List<String> types = target.getRawParameterTypes().stream().map(type -> type.getName()).toList();
        return target.getName() + "(" + String.join(", ", types) + ")";
    }
}
