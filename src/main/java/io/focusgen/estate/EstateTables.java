package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.TableSource;

/** What the company is built from, immutable. Lists keep the order of the tables; an element's index is its position. */
public final class EstateTables {

    /** The special variant whose first two blueprints anchor the commitments of accounts without applications. */
    static final String LANDING_ANCHORS = "landing-anchors";

    /** The special variant whose eight blueprints begin with an elastic line each. */
    static final String LANDING_CORE = "landing-core";

    private final List<Blueprint> blueprints;
    private final List<Blueprint> shortLived;
    private final List<Architecture> architectures;
    private final SortedMap<String, Blueprint> blueprintByName = new TreeMap<>();
    private final Architecture landingAnchors;
    private final Architecture landingCore;
    private final TagRules tagRules;
    private final ProviderTagTable providerTags;
    private final IncidentTable incidents;
    private final WasteTable waste;

    private EstateTables(Catalog catalog, TableSource source) {
        blueprints = BlueprintTables.read(catalog, source);
        List<Blueprint> brief = new ArrayList<>();
        for (Blueprint blueprint : blueprints) {
            blueprintByName.put(blueprint.name(), blueprint);
            if (blueprint.lifetime().isShort()) {
                brief.add(blueprint);
            }
        }
        shortLived = List.copyOf(brief);
        architectures = ArchitectureTable.read(source, blueprintByName);
        landingAnchors = special(LANDING_ANCHORS);
        landingCore = special(LANDING_CORE);
        tagRules = TagRules.read(source);
        providerTags = ProviderTagTable.read(source, blueprints);
        incidents = IncidentTable.read(catalog, source, blueprintByName);
        waste = WasteTable.read(source, blueprintByName);
    }

    private Architecture special(String variant) {
        for (Architecture architecture : architectures) {
            if (architecture.variant().equals(variant)) {
                return architecture;
            }
        }
        throw new CatalogException("architectures.csv", 0, "variant", "there is no " + variant, null);
    }

    /**
     * Reads the tables of a provider. Takes some milliseconds: keep the result.
     *
     * @throws CatalogException if a table is broken
     */
    public static EstateTables of(Catalog catalog, Provider provider) {
        return read(catalog, TableSource.beside(EstateTables.class, provider));
    }

    /** Reads other tables than the built-in ones. */
    static EstateTables read(Catalog catalog, TableSource source) {
        return new EstateTables(catalog, source);
    }

    public List<Blueprint> blueprints() {
        return blueprints;
    }

    /**
     * The blueprint of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Blueprint blueprint(String name) {
        Blueprint blueprint = blueprintByName.get(name);
        if (blueprint == null) {
            throw new IllegalArgumentException("there is no blueprint " + name);
        }
        return blueprint;
    }

    /** Blueprints of short-lived resources, one line each. Their order is part of what is invented. */
    public List<Blueprint> shortLived() {
        return shortLived;
    }

    /** All variants, the two special ones included; those have weight 0 under every distribution. */
    public List<Architecture> architectures() {
        return architectures;
    }

    /**
     * One blueprint that a reservation covers, then one that a savings plan covers; behind them what else commitments could
     * cover, where no short-lived resource is such.
     */
    public Architecture landingAnchors() {
        return landingAnchors;
    }

    /**
     * Eight blueprints that begin with an elastic line each: Storage, Databases, Networking, AI, Analytics, Media, Management, Security.
     */
    public Architecture landingCore() {
        return landingCore;
    }

    TagRules tagRules() {
        return tagRules;
    }

    ProviderTagTable providerTags() {
        return providerTags;
    }

    IncidentTable incidents() {
        return incidents;
    }

    WasteTable waste() {
        return waste;
    }
}
