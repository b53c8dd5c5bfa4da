package io.focusgen.cli;

import java.util.Optional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;

/** The last words of the service. */
public final class ServiceEnd {

    private ServiceEnd() {
    }

    /**
     * Says why the service ended and ends the process. What the operator can put right is said in a sentence, which a
     * stack trace would bury.
     *
     * @param exitCode 0 where it was asked to end
     * @param failure why it did not start; null where it did
     */
    public static void report(int exitCode, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : ExceptionUtil.getRootCause(failure);
        Optional<String> settings = failure == null ? Optional.empty() : SettingFailures.sentences(failure);
        if (settings.isPresent()) {
            System.err.println(settings.get());
        } else if (cause instanceof QuarkusBindException unbound) {
            System.err.println("Cannot listen on " + unbound.getHost() + ", port " + unbound.getPort() + ": "
                    + unbound.getMessage()
                    + ". Set API_HOST to an address of this machine and API_PORT to a free port.");
        } else if (failure != null) {
            Logger.getLogger(ServiceEnd.class).error("The service did not start", failure);
        }
        // Ends the process, except in development, where the next change starts another service in it.
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }
}
