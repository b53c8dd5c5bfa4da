package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.text;

import java.math.BigDecimal;
import java.util.List;

import io.focusgen.plan.DriverDay;

/** The columns of the drivers sheet. */
final class DriverColumns {

    static final List<SheetColumn<DriverDay>> ALL = List.of(
            text("Date", "The day, in UTC.", day -> day.date().toString()),
            text("Team", "Who runs the application.", DriverDay::team),
            text("Application", "The application.", DriverDay::application),
            text("Environment", "Where its users are: in production.", day -> "prod"),
            text("Driver", "What is counted.", day -> day.driver().label()),
            text("Unit", "What one of them is.", day -> day.driver().unit()),
            SheetColumn.decimal("Value", "How many there were.", day -> BigDecimal.valueOf(day.value())));

    private DriverColumns() {
    }
}
