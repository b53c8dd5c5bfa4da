package io.focusgen.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTest {

    /** Twice eight and a few more, so that every place in and beside a group of eight is tried. */
    private static final int LONGEST = 21;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '\\'})
    void anyCharacterInAnyPlaceIsJudgedByItself(char special) {
        for (int length = 1; length <= LONGEST; length++) {
            for (int place = 0; place < length; place++) {
                for (int value = 0; value < 256; value++) {
                    byte[] bytes = new byte[LONGEST + 4];
                    // Rubbish on both sides must not show.
                    Arrays.fill(bytes, (byte) '"');
                    Arrays.fill(bytes, 2, 2 + length, (byte) 'a');
                    bytes[2 + place] = (byte) value;
                    boolean plain = value >= ' ' && value < 128 && value != '"' && value != special;
                    if (Ascii.isPlain(bytes, 2, 2 + length, special) != plain
                            || Ascii.isAscii(bytes, 2, 2 + length) != value < 128) {
                        assertThat(value).as("%d in place %d of %d", value, place, length).isNull();
                    }
                }
            }
        }
    }

    /** Where one byte is special, the arithmetic on its neighbours must not hide it or another one. */
    @Test
    void twoInOneGroupAreSeen() {
        byte[] values = {0, 1, '\t', '\n', 31, ' ', '!', '"', '#', '+', ',', '-', 'a', '~', 127, (byte) 128,
                (byte) 255};
        for (byte one : values) {
            for (byte other : values) {
                for (int i = 0; i < Long.BYTES; i++) {
                    for (int j = 0; j < Long.BYTES; j++) {
                        byte[] bytes = new byte[Long.BYTES];
                        Arrays.fill(bytes, (byte) 'z');
                        bytes[i] = one;
                        bytes[j] = other;
                        assertThat(Ascii.isPlain(bytes, 0, Long.BYTES, ','))
                                .isEqualTo(isPlain(bytes[i]) && isPlain(bytes[j]));
                    }
                }
            }
        }
    }

    private static boolean isPlain(byte value) {
        return value >= ' ' && value != '"' && value != ',';
    }

    @Test
    void nothingIsPlain() {
        assertThat(Ascii.isPlain(new byte[]{'"'}, 0, 0, ',')).isTrue();
        assertThat(Ascii.isAscii(new byte[]{-1}, 1, 1)).isTrue();
    }

    @Test
    void whatIsNotAsciiIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ascii.require("Zürich")).withMessageContaining("Zürich");
        assertThatCode(() -> Ascii.require("Zurich \t\u007f")).doesNotThrowAnyException();
    }
}
