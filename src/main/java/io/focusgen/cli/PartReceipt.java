package io.focusgen.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.focusgen.spec.Shard;

/**
 * That a part was written whole. All of it stands in the name of a small file, so that one listing tells about a thousand
 * parts; in the folder {@code _parts}, because what reads data from a folder passes over names that begin so.
 *
 * @param shard which part
 * @param fingerprint of the request, the format and the version of the generator
 * @param rows data rows of the part
 * @param bytes of it
 * @param sha256 of it, 64 hexadecimal digits
 */
record PartReceipt(Shard shard, String fingerprint, long rows, long bytes, String sha256) {

    /** The folder of all receipts. */
    static final String FOLDER = "_parts";

    static final String MEDIA_TYPE = "text/plain; charset=us-ascii";

    private static final Pattern NAME = Pattern.compile(FOLDER
            + "/([0-9]{1,9})-of-([0-9]{1,9})\\.([0-9a-f]{32})\\.rows=([0-9]{1,18})\\.bytes=([0-9]{1,18})\\.sha256=([0-9a-f]{64})");

    /** The receipt of that name; empty where it is none. */
    static Optional<PartReceipt> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group(1));
        long count = Long.parseLong(matcher.group(2));
        if (index < 1 || index > count) {
            return Optional.empty();
        }
        return Optional.of(new PartReceipt(new Shard(index, count), matcher.group(3), Long.parseLong(matcher.group(4)),
                Long.parseLong(matcher.group(5)), matcher.group(6)));
    }

    /** Its file in the folder of the export. */
    String name() {
        return FOLDER + "/" + shard.index() + "-of-" + shard.count() + "." + fingerprint + ".rows=" + rows + ".bytes="
                + bytes + ".sha256=" + sha256;
    }

    /** What is in the file, for {@code sha256sum --check}. @param part the name of the part */
    String text(String part) {
        return sha256 + "  " + part + "\n";
    }
}
