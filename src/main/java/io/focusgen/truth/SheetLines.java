package io.focusgen.truth;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The lines of a sheet, in parts that are made in any order and by any thread. */
interface SheetLines {

    /** At least one. */
    int parts();

    /** Shows every line of a part in order, 0 to {@link #parts()} − 1; the first part has a line where any has. */
    void part(int number, Consumer<@Nullable String[]> lines);

    /** Few lines, in one part. */
    static SheetLines of(List<@Nullable String[]> lines) {
        return new SheetLines() {
            @Override
            public int parts() {
                return 1;
            }

            @Override
            public void part(int number, Consumer<@Nullable String[]> each) {
                lines.forEach(each);
            }
        };
    }
}
