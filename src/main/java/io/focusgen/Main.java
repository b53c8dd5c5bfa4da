package io.focusgen;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.http.StartRefusedException;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;

/** The service without arguments, the command line with any. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            // A badly encoded query is then refused by us with an explanation, and not by the server with an empty 400.
            System.setProperty("vertx.disableURIValidation", "true");
            Quarkus.run(null, Main::ended);
        } else {
            Defaults defaults = new Defaults(YearMonth.now(ZoneOffset.UTC).minusMonths(1),
                    new SecureRandom()::nextLong);
            System.exit(new CommandLineInterface(Exports.opener(), defaults, Console.ofProcess()).run(arguments));
        }
    }

    /** What the operator can put right is said in a sentence; a stack trace would bury it. */
    private static void ended(int exitCode, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : ExceptionUtil.getRootCause(failure);
        if (cause instanceof StartRefusedException || cause instanceof ConfigValidationException) {
            System.err.println(cause.getMessage());
        } else if (cause instanceof QuarkusBindException unbound) {
            System.err.println("Cannot listen on " + unbound.getHost() + ", port " + unbound.getPort() + ": "
                    + unbound.getMessage()
                    + ". Set API_HOST to an address of this machine and API_PORT to a free port.");
        } else if (failure != null) {
            Logger.getLogger(Main.class).error("The service did not start", failure);
        }
        // Ends the process, except in development, where the next change starts another service in it.
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }
}
