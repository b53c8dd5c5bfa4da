package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.plan.Blocks;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** Parts of a data set, joined in order, are the data set. */
class ShardsTest {

    static Stream<Named<Request>> shapes() {
        return Stream.of(
                Request.rows(20_000).hourly().month("2026-02").seed(1),
                Request.rows(12_000).hourly().month("2025-12").months(3).profile(Profile.ENTERPRISE).seed(2),
                Request.rows(10_000).daily().month("2024-01").months(3).profile(Profile.ML_AI).seed(3),
                Request.rows(40_000).daily().month("2026-04").profile(Profile.GREENFIELD).seed(4),
                Request.rows(30_000).monthly().month("2026-02").seed(5),
                Request.rows(600).monthly().month("2025-11").months(6).profile(Profile.STARTUP).seed(6),
                Request.rows(30).daily().month("2023-12").months(10).seed(7))
                .map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void joinedTheyAreTheWhole(Request request) {
        Bytes whole = Bytes.of(request);
        for (int count : new int[]{2, 3, 16}) {
            if (count <= PlannedExport.of(request.spec()).blocks(Format.CSV).blocks()) {
                assertJoined(request, count, whole);
            }
        }
    }

    @Test
    void theShapesHaveEnoughBlocksForEveryCount() {
        assertThat(shapes()).filteredOn(shape -> blocks(shape.getPayload()) >= 16).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void asManyAsBlocksAreOneBlockEach(Request request) {
        long blocks = blocks(request);
        for (long index = 1; index <= blocks; index++) {
            assertThat(blocks(request.shard(index, blocks))).as("shard %d of %d", index, blocks).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void moreThanBlocksAreRefusedNamingTheMost(Request request) {
        long blocks = blocks(request);
        for (long count : List.of(blocks + 1, 1_000_000_000L)) {
            assertThatThrownBy(() -> PlannedExport.of(request.shard(1, count).spec()))
                    .isInstanceOfSatisfying(RefusedException.class,
                            refused -> assertThat(refused.violations()).singleElement().satisfies(violation -> {
                                assertThat(violation.field()).isEqualTo("shard");
                                assertThat(violation.value()).isEqualTo("1/" + count);
                                assertThat(violation.message()).containsPattern("\\b" + blocks + "\\b");
                            }));
        }
    }

    @Test
    void everyCountCutsIntoPartsThatFollowEachOther() {
        Request request = Request.rows(9_000).daily().months(2).seed(8);
        long blocks = blocks(request);
        for (long count = 1; count <= blocks; count++) {
            long sum = 0;
            for (long index = 1; index <= count; index++) {
                Blocks part = DatasetPlan.of(request.shard(index, count).spec()).blocks();
                assertThat(part.count()).as("shard %d of %d", index, count).isPositive();
                sum += part.count();
            }
            assertThat(sum).as("%d shards", count).isEqualTo(blocks);
        }
    }

    @Test
    void theyAreBalancedByRows() {
        Request request = Request.rows(300_000).hourly().seed(9);
        for (long index = 1; index <= 16; index++) {
            assertThat(PlannedExport.of(request.shard(index, 16).spec()).rows()).as("shard %d of 16", index)
                    .isBetween(300_000L / 16 - 4_096, 300_000L / 16 + 4_096);
        }
    }

    @Test
    void aShardOfTenBillionRowsBeginsWhereTheOneBeforeItEnds() {
        Request request = Request.rows(10_000_000_000L).seed(10);
        long shards = 1_000_000;
        Blocks one = DatasetPlan.of(request.shard(499_999, shards).spec()).blocks();
        Blocks next = DatasetPlan.of(request.shard(500_000, shards).spec()).blocks();
        Blocks.Place end = one.place(one.count() - 1);
        Blocks.Place start = next.place(0);

        if (end.slice() == start.slice()) {
            assertThat(start.firstRow()).isEqualTo(end.endRow());
        } else {
            assertThat(start.slice()).isEqualTo(end.slice() + 1);
            assertThat(start.firstRow()).isZero();
        }
        assertThat(next.rows()).isBetween(1L, 10_000L + 4_096);
        assertThat(DatasetPlan.of(request.shard(shards, shards).spec()).blocks().count()).isPositive();
    }

    private static void assertJoined(Request request, int count, Bytes whole) {
        Bytes joined = new Bytes();
        long rows = 0;
        for (int index = 1; index <= count; index++) {
            Export part = PlannedExport.of(request.shard(index, count).spec());
            BlockSource source = part.blocks(Format.CSV);
            long before = joined.lines();
            for (long block = 0; block < source.blocks(); block++) {
                source.encode(block, joined);
            }
            long lines = joined.lines() - before - (index == 1 ? 1 : 0);
            assertThat(part.rows()).as("rows of shard %d of %d", index, count).isPositive().isEqualTo(lines);
            rows += part.rows();
        }
        assertThat(rows).isEqualTo(request.spec().rows() * request.spec().months());
        assertThat(joined.toArray()).as("%d shards joined", count).isEqualTo(whole.toArray());
    }

    private static long blocks(Request request) {
        return PlannedExport.of(request.spec()).blocks(Format.CSV).blocks();
    }
}
