package io.focusgen.bundle;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.focusgen.sink.FileTarget;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.SpecFuzz;

/** Lines of {@code name=value} as the parameters of a bundle: its entries can be unpacked anywhere. */
public final class BundleNamesFuzz {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);

    /** Windows opens these instead of a file, whatever the ending. */
    private static final String DEVICES = "(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?";

    private BundleNamesFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        BundleRequest request;
        try {
            request = BundleReader.read(SpecFuzz.parameters(data), DEFAULTS);
        } catch (RefusedException refused) {
            SpecFuzz.requireExplained(refused);
            return;
        }
        Bundle bundle = Bundle.of(request);
        Set<String> names = new HashSet<>();
        List<BundleFile> files = bundle.stream().limit(500).toList();
        for (BundleFile file : files) {
            require(file.name());
            SpecFuzz.require(names.add(file.name()), "named once", file.name());
        }
        require(bundle.fileName());
    }

    private static void require(String name) {
        SpecFuzz.require(FileTarget.isName(name) && name.indexOf('\\') < 0, "the name of a file", name);
        for (String part : name.split("/", -1)) {
            SpecFuzz.require(!part.matches(DEVICES) && !part.endsWith("."), "a file of Windows, too", name);
        }
    }
}
