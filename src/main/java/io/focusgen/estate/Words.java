package io.focusgen.estate;

import java.util.List;

/** The word lists that names are made of. Order is part of every name ever invented: append, never insert. */
final class Words {

    static final List<String> COMPANIES = List.of("northwind", "bluepeak", "harborline", "cedarworks", "lumenfield",
            "stonebridge", "brightwater", "ironleaf", "silverpine", "copperhill", "westmarch", "goldcrest",
            "riverstone",
            "maplecourt", "highmeadow", "clearbrook");

    static final List<String> UNITS = List.of("Commerce", "Platform", "Data", "Operations", "Media", "Finance", "Labs",
            "Logistics");

    static final List<String> TEAMS = List.of("checkout", "catalog", "search", "payments", "identity", "insights",
            "ml-platform",
            "streaming", "fulfilment", "pricing", "mobile", "core-infra", "security", "support-tools", "marketing",
            "risk",
            "content", "partners", "observability", "data-lake", "recommendations", "billing", "inventory", "messaging",
            "devices", "experiments", "compliance", "network", "archive", "workplace", "forecasting", "reporting",
            "loyalty",
            "returns", "onboarding", "fraud", "delivery", "maps", "voice", "research");

    static final List<String> APPLICATIONS = List.of("storefront", "cart", "orders", "ledger", "profiles", "events",
            "features",
            "gateway", "scheduler", "catalogue", "ranking", "invoices", "sessions", "uploads", "transcode", "digest",
            "alerts",
            "lake", "warehouse", "exports", "tracking", "quotes", "claims", "tickets", "surveys", "rates", "routes",
            "stock",
            "media", "signals", "audit", "vault", "sync", "crawler", "embeddings", "assistant", "portal", "backoffice",
            "notebooks", "archive");

    static final List<String> ROLES = List.of("web", "api", "worker", "cache", "cron", "proxy", "ingest", "admin");
    static final List<String> VERBS = List.of("process", "resize", "notify", "index", "validate", "enrich", "route",
            "archive");
    static final List<String> ENTITIES = List.of("orders", "users", "events", "items", "sessions", "payments",
            "devices",
            "reports");
    static final List<String> PURPOSES = List.of("assets", "logs", "uploads", "backup", "exports", "raw", "curated",
            "models");
    static final List<String> MODELS = List.of("ranker", "forecast", "classifier", "embedder", "detector",
            "summariser");
    static final List<String> SITES = List.of("fra", "lon", "nyc", "sea", "sin", "syd");
    static final List<String> KEYS = List.of("db-password", "api-token", "signing-key", "webhook-secret");
    static final List<String> PEOPLE = List.of("amara", "ben", "chiara", "dmitri", "elena", "farid", "grace", "hiro",
            "ines",
            "jonas", "kofi", "lena", "marta", "nikhil", "olga", "pedro");

    private Words() {
    }
}
