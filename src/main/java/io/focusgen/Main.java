package io.focusgen;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.ServiceEnd;
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
            // And a request with two lengths is refused, not read by the one that the server prefers.
            System.setProperty("io.netty.bootstrap.extensions", "serviceload");
            Quarkus.run(null, ServiceEnd::report);
        } else {
            System.exit(CommandLineInterface.ofProcess().run(arguments));
        }
    }
}
