package io.focusgen.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void theLastThirdIsHeldAgainstTheFirst() {
        assertThat(Memory.growth(List.of(100.0, 130.0, 500.0, 90.0, 120.0, 162.5, 7.0))).isEqualTo(162.5 - 130);
        assertThat(Memory.growth(List.of(3.0, 2.0, 1.0))).isEqualTo(-2);
    }

    @Test
    void tooFewLooksSayNothing() {
        assertThatThrownBy(() -> Memory.growth(List.of(1.0, 2.0))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 looks");
    }

    @Test
    void theMostIsKept() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        try (Memory memory = new Memory(() -> {
            looks.countDown();
            return 10 + looks.getCount();
        })) {
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(memory.most()).isBetween(11.0, 12.0);
        }
    }

    @Test
    void aLookThatFailsIsTold() {
        try (Memory memory = new Memory(() -> {
            throw new IllegalArgumentException("gone");
        })) {
            await().untilAsserted(() -> assertThatThrownBy(memory::most).isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("gone"));
        }
    }
}
