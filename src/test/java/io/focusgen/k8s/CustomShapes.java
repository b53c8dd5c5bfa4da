package io.focusgen.k8s;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shapes of kinds that clusters get from elsewhere, as far as ours go: of the Gateway API v1 and the Prometheus operator
 * v1. A name with an exclamation mark has to be there; any other than these is refused.
 */
final class CustomShapes {

    private static final String SHAPES = """
            metadata: &metadata
              name!: text
              namespace: text
              labels: texts
              annotations: texts
            types:
              gateway.networking.k8s.io/v1 HTTPRoute:
                apiVersion!: text
                kind!: text
                metadata!: *metadata
                spec!:
                  parentRefs!: [{name!: text, namespace: text, sectionName: text, port: number}]
                  hostnames: [text]
                  rules!:
                    - name: text
                      matches:
                        - path: {type!: "Exact|PathPrefix", value!: text}
                          method: text
                      timeouts: {request: duration, backendRequest: duration}
                      backendRefs!: [{name!: text, namespace: text, port!: number, weight: number}]
              monitoring.coreos.com/v1 ServiceMonitor:
                apiVersion!: text
                kind!: text
                metadata!: *metadata
                spec!:
                  jobLabel: text
                  selector!: {matchLabels!: texts}
                  endpoints!: [{port!: text, path: text, interval: duration, scrapeTimeout: duration, scheme: text}]
              monitoring.coreos.com/v1 PrometheusRule:
                apiVersion!: text
                kind!: text
                metadata!: *metadata
                spec!:
                  groups!:
                    - name!: text
                      interval: duration
                      limit: number
                      rules!:
                        - alert: text
                          record: text
                          expr!: text
                          for: duration
                          keep_firing_for: duration
                          labels: texts
                          annotations: texts
            """;

    private static final Map<String, Object> TYPES = Manifest.parse(SHAPES).get(0).part("types").content();
    private static final Pattern DURATION = Pattern.compile("([0-9]+(ms|s|m|h|d|w|y))+");
    private static final Set<String> LEAVES = Set.of("text", "number", "duration", "texts");

    private CustomShapes() {
    }

    /** What is wrong with it. @param type group, version and kind */
    static List<String> complaints(String type, Manifest object) {
        List<String> complaints = new ArrayList<>();
        Object shape = TYPES.get(type);
        if (shape == null) {
            complaints.add(object + ": there is no such type: " + type);
        } else {
            check(object.toString(), shape, object.content(), complaints);
        }
        return complaints;
    }

    private static void check(String where, Object shape, Object value, List<String> complaints) {
        if (shape instanceof Map<?, ?> members) {
            checkMembers(where, Manifest.mapOf(members), value, complaints);
        } else if (shape instanceof List<?> items) {
            if (value instanceof List<?> list && !list.isEmpty()) {
                for (int i = 0; i < list.size(); i++) {
                    check(where + "[" + i + "]", items.get(0), list.get(i), complaints);
                }
            } else {
                complaints.add(where + ": must be a list with something in it");
            }
        } else if (!fits(shape.toString(), value)) {
            complaints.add(where + ": must be " + shape + ", but is " + value);
        }
    }

    private static void checkMembers(String where, Map<String, Object> shape, Object value, List<String> complaints) {
        if (!(value instanceof Map)) {
            complaints.add(where + ": must be an object");
            return;
        }
        Map<String, Object> members = Manifest.mapOf(value);
        Map<String, Object> known = new LinkedHashMap<>();
        shape.forEach((name, member) -> {
            String plain = name.replace("!", "");
            known.put(plain, member);
            if (name.endsWith("!") && !members.containsKey(plain)) {
                complaints.add(where + ": must have " + plain);
            }
        });
        members.forEach((name, member) -> {
            if (known.containsKey(name)) {
                check(where + "." + name, known.get(name), member, complaints);
            } else {
                complaints.add(where + ": there is no such member: " + name);
            }
        });
    }

    private static boolean fits(String shape, Object value) {
        if (!LEAVES.contains(shape)) {
            return List.of(shape.split("\\|")).contains(String.valueOf(value));
        }
        return switch (shape) {
            case "number" -> value instanceof Integer;
            case "texts" -> value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
            case "duration" -> value instanceof String text && DURATION.matcher(text).matches();
            default -> value instanceof String;
        };
    }
}
