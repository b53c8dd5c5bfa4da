package io.focusgen.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How a patch changes an object: members one by one, some lists by the member that tells their items apart. */
final class StrategicMerge {

    /** Told apart by what; of all lists that the API has, those that our patches change. */
    private static final Map<String, String> KEYS = Map.of("containers", "name", "volumes", "name", "env", "name",
            "volumeMounts", "mountPath");

    /** Replaced as a whole. */
    private static final Set<String> WHOLE = Set.of("envFrom", "args", "command", "metrics", "ingress", "egress");

    private StrategicMerge() {
    }

    static void merge(Map<String, Object> target, Map<String, Object> patch) {
        patch.forEach((name, value) -> {
            if (value == null) {
                target.remove(name);
            } else if (value instanceof Map && target.get(name) instanceof Map) {
                merge(Manifest.mapOf(Objects.requireNonNull(target.get(name))), Manifest.mapOf(value));
            } else if (value instanceof List<?> items && KEYS.containsKey(name) && target.get(name) instanceof List) {
                mergeItems(name, items(target.get(name)), items);
            } else if (value instanceof List && !WHOLE.contains(name) && !KEYS.containsKey(name)) {
                throw new IllegalArgumentException("a list that nobody has said how to merge: " + name);
            } else {
                target.put(name, Manifest.copied(value));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Object list) {
        return (List<Object>) list;
    }

    private static void mergeItems(String name, List<Object> target, List<?> patch) {
        String key = KEYS.get(name);
        List<Object> added = new ArrayList<>();
        for (Object item : patch) {
            Map<String, Object> change = Manifest.mapOf(item);
            target.stream().map(Manifest::mapOf).filter(there -> Objects.equals(there.get(key), change.get(key)))
                    .findFirst()
                    .ifPresentOrElse(there -> merge(there, change), () -> added.add(Manifest.copied(change)));
        }
        target.addAll(added);
    }
}
