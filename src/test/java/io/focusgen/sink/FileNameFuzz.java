package io.focusgen.sink;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text as the name of a file: what is one leads nowhere but below its folder, on disk and in a URL. */
public final class FileNameFuzz {

    private static final Path ROOT = Path.of("/srv/data");

    private FileNameFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String name = new String(data, StandardCharsets.UTF_8);
        if (!FileTarget.isName(name)) {
            return;
        }
        Path path = ROOT.resolve(name);
        require(path.equals(path.normalize()) && path.startsWith(ROOT) && !path.equals(ROOT), "below its folder", name);
        require(path.toString().equals(ROOT + "/" + name), "written in one way", name);
        for (Path part : ROOT.relativize(path)) {
            require(!part.toString().startsWith("."), "no hidden file", name);
        }
        require(name.length() <= 512 && name.chars().allMatch(c -> c > ' ' && c < 0x7f), "short visible ASCII", name);
        require(name.chars().noneMatch(c -> "\\:*?\"<>|%;#&".indexOf(c) >= 0), "harmless everywhere", name);
        require(URI.create("http://x/" + name).getPath().equals("/" + name), "itself in a URL", name);
    }

    private static void require(boolean holds, String what, String name) {
        if (!holds) {
            throw new AssertionError("must be " + what + ": " + name);
        }
    }
}
