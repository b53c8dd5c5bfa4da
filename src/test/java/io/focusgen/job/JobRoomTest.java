package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.BundleSize;
import io.focusgen.sink.Room;
import io.focusgen.sink.Target;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Violation;

class JobRoomTest {

    private static final long GIGABYTE = 1_000_000_000;

    private static Optional<Violation> refusal(String months, long bytes, long largest, Room room) {
        return refusal(months, bytes, largest, room, Set.of(Target.DISK, Target.S3));
    }

    private static Optional<Violation> refusal(String months, long bytes, long largest, Room room,
            Set<Target> targets) {
        BundleRequest request = BundleReader.read(
                Map.of("rows", List.of("1000000"), "months", List.of(months), "month", List.of("2020-01")),
                new Defaults(YearMonth.of(2026, 1), () -> 1L));
        return JobRoom.refusal(request, new BundleSize(1, bytes, largest), room, targets);
    }

    @Test
    void whatFitsIsTaken() {
        assertThat(refusal("1", GIGABYTE, GIGABYTE, new Room(GIGABYTE, GIGABYTE))).isEmpty();
    }

    @Test
    void aJobLargerThanTheRoomIsToldTheRowsThatFit() {
        Room room = new Room(250_000_000, Long.MAX_VALUE);

        assertThat(refusal("1", GIGABYTE, GIGABYTE, room)).hasValueSatisfying(violation -> {
            assertThat(violation.field()).isEqualTo("rows");
            assertThat(violation.nearest()).isEqualTo("225000");
            assertThat(violation.message())
                    .startsWith("Must be at most about 225000 here: its files would have about 1 GB,"
                            + " and 250 MB are left")
                    .contains("csv.zst", "target s3");
        });
        assertThat(refusal("1", GIGABYTE, GIGABYTE, new Room(0, 1))).hasValueSatisfying(violation -> {
            assertThat(violation.nearest()).isNull();
            assertThat(violation.message()).contains("0 bytes are left");
        });
    }

    @Test
    void aBucketIsNotProposedWhereThereIsNone() {
        assertThat(refusal("1", GIGABYTE, GIGABYTE, new Room(1, 1), Set.of(Target.DISK)))
                .hasValueSatisfying(violation -> assertThat(violation.message()).doesNotContain("s3"));
    }

    @Test
    void aFileLargerThanAnObjectIsToldTheParts() {
        Room bucket = new Room(Long.MAX_VALUE, 500 * GIGABYTE);

        assertThat(refusal("2", 4_000 * GIGABYTE, 2_000 * GIGABYTE, bucket)).hasValueSatisfying(violation -> {
            assertThat(violation.field()).isEqualTo("parts");
            assertThat(violation.nearest()).isEqualTo("5");
            assertThat(violation.message()).contains("2 TB", "500 GB");
        });
    }

    @Test
    void wherePartsAreNotEnoughRowsMustBeFewer() {
        Room bucket = new Room(Long.MAX_VALUE, 500 * GIGABYTE);

        assertThat(refusal("100", 1_000_000 * GIGABYTE, 10_000 * GIGABYTE, bucket)).hasValueSatisfying(violation -> {
            assertThat(violation.field()).isEqualTo("rows");
            assertThat(violation.nearest()).isEqualTo("450000");
            assertThat(violation.message()).contains("even in 10 parts");
        });
    }
}
