package io.focusgen.job;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.WrittenFile;
import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

/** Files whose blocks take a while, so that a test can do something meanwhile. */
final class SlowPlan implements JobPlan {

    /** Called before a block is encoded. */
    @FunctionalInterface
    interface Hook {
        void before(int file, long block) throws InterruptedException;
    }

    private static final int BLOCK_BYTES = 10_000;

    private final int files;
    private final int blocks;
    private final Hook hook;

    SlowPlan(int files, int blocks, Hook hook) {
        this.files = files;
        this.blocks = blocks;
        this.hook = hook;
    }

    @Override
    public List<BundleFile> files() {
        return IntStream.range(0, files).<BundleFile>mapToObj(PlainFile::new).toList();
    }

    @Override
    public String manifest(List<WrittenFile> written) {
        return written.toString();
    }

    private final class PlainFile implements BundleFile {

        private final int number;

        PlainFile(int number) {
            this.number = number;
        }

        @Override
        public String name() {
            return "part/" + number + ".csv";
        }

        @Override
        public String mediaType() {
            return "text/csv";
        }

        @Override
        public boolean isData() {
            return true;
        }

        @Override
        public OptionalLong rows() {
            return OptionalLong.of(blocks * 10L);
        }

        @Override
        public String canonicalUrl() {
            return "/file/" + number;
        }

        @Override
        public BlockSource open() {
            return new BlockSource() {
                @Override
                public long blocks() {
                    return blocks;
                }

                @Override
                public void encode(long block, ByteOutput out) {
                    try {
                        hook.before(number, block);
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    byte[] bytes = new byte[BLOCK_BYTES];
                    new Random(number * 1_000L + block).nextBytes(bytes);
                    out.write(bytes, 0, bytes.length);
                }
            };
        }
    }
}
