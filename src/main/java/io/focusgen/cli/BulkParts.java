package io.focusgen.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.focusgen.bundle.Bundle;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StoredFile;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.FileNames;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Shard;
import io.focusgen.stream.Export;

/**
 * The parts of a data set that many processes write into one folder, in any order and as often as it takes. Behind each part
 * its writer leaves a {@link PartReceipt} and looks whether it was the last one missing: who finds all receipts writes the
 * manifest. So there is nobody who has to wait for the others, and where every process has ended well, the manifest is there.
 * As long as one part is missing it is not: whoever begins a part removes it, and the receipts of what is replaced.
 */
final class BulkParts {

    private static final int SOME = 10;

    private final BulkRequest request;
    private final Folder folder;
    private final String fingerprint;

    /** @param folder that all parts go to */
    BulkParts(BulkRequest request, Folder folder) {
        this.request = request;
        this.folder = folder;
        this.fingerprint = fingerprint(request);
    }

    /** 32 hexadecimal digits: equal for all parts of a data set in a format, and for nothing else. */
    static String fingerprint(BulkRequest request) {
        return CanonicalRequest.of(request.spec().whole()).and("&format=" + request.format().extension())
                .fingerprint(GeneratorVersion.CURRENT);
    }

    /**
     * What became of a part.
     *
     * @param receipt of it
     * @param anew false where it was there already
     * @param missing parts that are still to be written
     */
    record Written(PartReceipt receipt, boolean anew, long missing) {
    }

    /**
     * Writes the part that is asked for, unless it is there, and the manifest where no other part is missing.
     *
     * @param export the part, planned
     * @throws IOException where something cannot be written; whoever tries again goes on from what is there
     */
    Written write(Export export, Watcher watcher) throws IOException {
        Shard shard = request.spec().shard();
        List<PartReceipt> earlier = receipts().stream().filter(receipt -> receipt.shard().equals(shard)).toList();
        for (PartReceipt receipt : earlier) {
            if (receipt.fingerprint().equals(fingerprint) && folder.holds(name(shard), receipt.bytes())) {
                return new Written(receipt, false, finishIfWhole());
            }
        }
        folder.remove(Bundle.MANIFEST);
        for (PartReceipt receipt : earlier) {
            folder.remove(receipt.name());
        }
        StoredFile stored = folder.write(new FileTarget(name(shard), request.format().mediaType(request.spec())),
                export.blocks(request.format()), watcher);
        PartReceipt receipt = new PartReceipt(shard, fingerprint, export.rows(), stored.bytes(), stored.sha256());
        folder.write(new FileTarget(receipt.name(), PartReceipt.MEDIA_TYPE),
                new DocumentBlock(receipt.text(name(shard))), (blocks, bytes) -> {
                });
        return new Written(receipt, true, finishIfWhole());
    }

    /**
     * Writes the manifest.
     *
     * @return the receipts of all parts, in order
     * @throws IOException naming parts, where some are missing
     */
    List<PartReceipt> finish() throws IOException {
        Map<Long, PartReceipt> found = ofThisRequest();
        List<Long> missing = LongStream.rangeClosed(1, shards()).boxed().filter(index -> !found.containsKey(index))
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException((missing.size() == 1 ? "1 part is" : missing.size() + " parts are") + " missing: "
                    + missing.stream().limit(SOME).map(String::valueOf).collect(Collectors.joining(", "))
                    + (missing.size() > SOME ? ", ..." : ""));
        }
        List<PartReceipt> all = List.copyOf(found.values());
        for (PartReceipt receipt : all) {
            if (!folder.holds(name(receipt.shard()), receipt.bytes())) {
                throw new IOException(name(receipt.shard()) + " is gone or has another size: write part "
                        + receipt.shard() + " again");
            }
        }
        folder.write(new FileTarget(Bundle.MANIFEST, Bundle.MANIFEST_TYPE),
                new DocumentBlock(BulkManifest.text(request, all, this::spec)), (blocks, bytes) -> {
                });
        return all;
    }

    private long finishIfWhole() throws IOException {
        long missing = shards() - ofThisRequest().size();
        if (missing == 0) {
            finish();
        }
        return missing;
    }

    private long shards() {
        return request.spec().shard().count();
    }

    private List<PartReceipt> receipts() throws IOException {
        List<PartReceipt> receipts = new ArrayList<>();
        folder.list(PartReceipt.FOLDER).forEach(name -> PartReceipt.of(name)
                .filter(receipt -> receipt.shard().count() == shards()).ifPresent(receipts::add));
        receipts.sort(Comparator.comparing(PartReceipt::name));
        return receipts;
    }

    private Map<Long, PartReceipt> ofThisRequest() throws IOException {
        Map<Long, PartReceipt> found = new TreeMap<>();
        receipts().stream().filter(receipt -> receipt.fingerprint().equals(fingerprint))
                .forEach(receipt -> found.put(receipt.shard().index(), receipt));
        return found;
    }

    private DatasetSpec spec(Shard shard) {
        return request.spec().part(shard);
    }

    private String name(Shard shard) {
        return FileNames.rows(spec(shard), request.format().extension());
    }
}
