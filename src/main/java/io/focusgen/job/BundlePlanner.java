package io.focusgen.job;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.WrittenFile;
import io.focusgen.spec.Defaults;

/** Plans bundles, as they are ordered. */
public final class BundlePlanner implements JobPlanner {

    /** A canonical request names its month and its seed. */
    private static final Defaults NONE = new Defaults(YearMonth.of(2015, 1), () -> {
        throw new IllegalStateException("a canonical request leaves nothing to chance");
    });

    @Override
    public JobPlan plan(JobOrder order) {
        Bundle bundle = Bundle.of(request(order.request()));
        bundle.plan();
        return new JobPlan() {
            @Override
            public List<BundleFile> files() {
                return bundle.files();
            }

            @Override
            public String manifest(List<WrittenFile> written) {
                return bundle.manifest(written);
            }
        };
    }

    /** Reads a canonical query back. */
    public static BundleRequest request(String canonical) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (String pair : canonical.split("&")) {
            int equals = pair.indexOf('=');
            raw.computeIfAbsent(pair.substring(0, equals), none -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return BundleReader.read(raw, NONE);
    }
}
