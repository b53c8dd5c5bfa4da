package io.focusgen.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class ByteOutputTest {

    @Test
    void bytesAreSpreadOverAsManyArraysAsTheyNeed() {
        List<byte[]> given = new ArrayList<>();
        ByteOutput out = new ByteOutput(new byte[4]) {
            @Override
            protected void next(int bytes) {
                given.add(Arrays.copyOf(array, length));
                array = new byte[4];
                length = 0;
            }
        };

        out.write(new byte[]{9, 1, 2, 3, 9}, 1, 3);
        out.write(new byte[]{4, 5, 6, 7, 8, 9}, 0, 6);
        out.write(new byte[]{9}, 0, 0);

        assertThat(given).containsExactly(new byte[]{1, 2, 3, 4}, new byte[]{5, 6, 7, 8});
        assertThat(out.length()).isEqualTo(1);
        assertThat(out.array()[0]).isEqualTo((byte) 9);
    }
}
