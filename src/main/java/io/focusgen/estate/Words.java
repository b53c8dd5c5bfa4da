package io.focusgen.estate;

import java.util.List;

/** The word lists that names of resources are made of. Order is part of every name ever invented: append, never insert. */
final class Words {

    static final List<String> ROLES = List.of("web", "api", "worker", "cache", "cron", "proxy", "ingest", "admin");
    static final List<String> ENTITIES = List.of("orders", "users", "events", "items", "sessions", "payments",
            "devices", "reports");
    static final List<String> PURPOSES = List.of("assets", "logs", "uploads", "backup", "exports", "raw", "curated",
            "models");

    private Words() {
    }
}
