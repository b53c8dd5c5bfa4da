package io.focusgen.job;

import io.smallrye.mutiny.Uni;

/** Offers a store. Of all beans of this type the configured one of the highest rank is asked. */
public interface JobStoreProvider {

    /** 0 for the one that needs no configuration. */
    int rank();

    /** Whether the configuration names it; decided without asking anybody. */
    boolean configured();

    /** Whether several processes can share it. */
    boolean shared();

    /**
     * Opens it. Called again some seconds after a failure.
     *
     * @return fails with a {@link JobsUnavailableException} where it cannot be had
     */
    Uni<? extends JobStore> open();
}
