package io.focusgen;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service without arguments, the command line with any. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            // A badly encoded query is then refused by us with an explanation, and not by the server with an empty 400.
            System.setProperty("vertx.disableURIValidation", "true");
            Quarkus.run();
        } else {
            Defaults defaults = new Defaults(YearMonth.now(ZoneOffset.UTC).minusMonths(1),
                    new SecureRandom()::nextLong);
            System.exit(new CommandLineInterface(Exports.opener(), defaults, Console.ofProcess()).run(arguments));
        }
    }
}
