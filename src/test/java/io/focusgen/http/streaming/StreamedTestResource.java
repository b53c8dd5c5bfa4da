package io.focusgen.http.streaming;

import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.smallrye.common.annotation.Blocking;

/** Answers to tests only; each request takes the source that the test has put here. */
@Path("/test-streams")
@Produces("text/csv")
public class StreamedTestResource {

    /** About 1 MiB a block. */
    static final int ROWS = 10_000;

    static volatile TestBlocks source = complete(0);

    @Inject
    Streams streams;

    @GET
    public StreamedBody plain() {
        return new StreamedBody(streams.of(source), BodyFormat.CSV);
    }

    @GET
    @Path("blocking")
    @Blocking
    public RestResponse<StreamedBody> fromWorkerThread() {
        return ResponseBuilder.ok(plain()).header("Focus-Rows", source.blocks() * ROWS).build();
    }

    static TestBlocks complete(long blocks) {
        return new TestBlocks(blocks, block -> ROWS);
    }

    static TestBlocks failing(long failingBlock) {
        return new TestBlocks(1_000, block -> ROWS) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block == failingBlock) {
                    throw new IllegalStateException("block " + block + " is broken");
                }
            }
        };
    }

    /** After 20 blocks come some that take minutes each, so that only a cancel stops the work soon. */
    static TestBlocks slow() {
        return new TestBlocks(1_000_000, block -> block < 20 ? ROWS : 10_000_000) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block >= 20 && row % 10 == 0) {
                    LockSupport.parkNanos(10_000);
                }
            }
        };
    }
}
