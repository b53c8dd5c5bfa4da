package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;

/**
 * How use spreads over time in the company's local hours: a line of {@code load-shapes.csv}.
 *
 * @param index its place in {@link #all()}; what its days bring is drawn for it, so append to the table, never insert
 * @param name unique
 * @param hours weights of the 24 hours of a day, 1 to 1000
 * @param weekdays per cent of them from Monday to Sunday
 * @param monthStart per cent on the first day of a month
 * @param monthEnd per cent on the last two working days of a month
 * @param noise per cent that a day may be above or below, 0 to 30
 * @param release one working day in so many has a release, which takes some hours of more use; 0 for never
 */
public record LoadShape(int index, String name, List<Integer> hours, List<Integer> weekdays, int monthStart,
        int monthEnd, int noise, int release) {

    private static final String FILE = "load-shapes.csv";
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int MOST_HOUR = 1_000;
    private static final int MOST_PERCENT = 500;
    private static final int MOST_NOISE = 30;
    private static final int RAREST_RELEASE = 365;

    private static final List<LoadShape> ALL = read(TableSource.plain(LoadShape.class));

    /** The same in every hour. */
    public static final LoadShape FLAT = of("flat");

    /** What all that the company's users do adds up to. */
    public static final LoadShape PUBLIC = of("public");

    public LoadShape {
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
    }

    static List<LoadShape> read(TableSource source) {
        List<LoadShape> shapes = new ArrayList<>();
        for (Table.Row row : Table.read(source, FILE, "shape", "hours", "weekdays", "month_start", "month_end", "noise",
                "release").rows()) {
            String name = row.text("shape");
            if (shapes.stream().anyMatch(other -> other.name.equals(name))) {
                throw row.refuse("shape", name + " stands twice");
            }
            shapes.add(new LoadShape(shapes.size(), name, row.wholes("hours", HOURS, 1, MOST_HOUR),
                    row.wholes("weekdays", DAYS, 1, MOST_PERCENT), row.whole("month_start", 1, MOST_PERCENT),
                    row.whole("month_end", 1, MOST_PERCENT), row.whole("noise", 0, MOST_NOISE),
                    row.whole("release", 0, RAREST_RELEASE)));
        }
        return List.copyOf(shapes);
    }

    /** All, in the order of the table. */
    public static List<LoadShape> all() {
        return ALL;
    }

    /**
     * The shape of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LoadShape of(String name) {
        return ALL.stream().filter(shape -> shape.name.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no load shape " + name));
    }

    /** Whether no hour differs from any other. */
    public boolean isFlat() {
        return hours.stream().distinct().count() == 1 && weekdays.stream().distinct().count() == 1
                && monthStart == monthEnd && noise == 0 && release == 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
