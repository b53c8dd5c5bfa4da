package io.focusgen.truth;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ColumnType;
import io.focusgen.plan.DriverDay;
import io.focusgen.table.TableColumn;

/** The columns of the drivers sheet. */
public enum DriverColumn implements TableColumn {
    DATE("Date", "The day, in UTC.", day -> day.date().toString()),
    TEAM("Team", "Who runs the application.", DriverDay::team),
    APPLICATION("Application", "The application.", DriverDay::application),
    ENVIRONMENT("Environment", "Where its users are: in production.", day -> "prod"),
    DRIVER("Driver", "What is counted.", day -> day.driver().label()),
    UNIT("Unit", "What one of them is.", day -> day.driver().unit()),
    VALUE("Value", ColumnType.DECIMAL, "How many there were.", day -> day.value() + ".0");

    private final String id;
    private final ColumnType type;
    private final String help;
    private final Function<DriverDay, String> text;

    DriverColumn(String id, String help, Function<DriverDay, String> text) {
        this(id, ColumnType.TEXT, help, text);
    }

    DriverColumn(String id, ColumnType type, String help, Function<DriverDay, String> text) {
        this.id = id;
        this.type = type;
        this.help = help;
        this.text = text;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public String help() {
        return help;
    }

    /** All cells of a day, in order. */
    static @Nullable String[] texts(DriverDay day) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (DriverColumn column : values()) {
            texts[column.ordinal()] = column.text.apply(day);
        }
        return texts;
    }
}
