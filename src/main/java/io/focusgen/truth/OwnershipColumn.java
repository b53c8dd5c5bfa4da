package io.focusgen.truth;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.table.TableColumn;

/** The columns of the ownership sheet. Those with a name of FOCUS hold exactly what rows hold. */
public enum OwnershipColumn implements TableColumn {
    PROVIDER_NAME(FocusColumn.PROVIDER_NAME, "Whose cloud it is in."),
    RESOURCE_ID(FocusColumn.RESOURCE_ID, "The resource: every ResourceId of the data set once."),
    RESOURCE_NAME(FocusColumn.RESOURCE_NAME, "Its display name."),
    RESOURCE_TYPE(FocusColumn.RESOURCE_TYPE, "What it is."),
    SERVICE_NAME(FocusColumn.SERVICE_NAME, "The service of its rows."),
    REGION_ID(FocusColumn.REGION_ID, "Where it is; null for everywhere."),
    SUB_ACCOUNT_ID(FocusColumn.SUB_ACCOUNT_ID, "The account that it is charged to."),
    SUB_ACCOUNT_NAME(FocusColumn.SUB_ACCOUNT_NAME, "The name of that account."),
    TEAM("Team", OrganisationAttribute.TEAM, "The team that really runs it."),
    APPLICATION("Application", OrganisationAttribute.APPLICATION,
            "The application that it is really a part of; null for what is the account's."),
    ENVIRONMENT("Environment", OrganisationAttribute.ENVIRONMENT, "What it really runs in."),
    OWNER("Owner", OrganisationAttribute.OWNER, "Who really answers for it."),
    COST_CENTRE("CostCentre", OrganisationAttribute.COST_CENTRE, "Who really pays for it."),
    BUSINESS_UNIT("BusinessUnit", OrganisationAttribute.BUSINESS_UNIT, "The part of the company that it belongs to."),
    TAGS("Tags", ColumnType.JSON, "What its tags say.", resource -> resource.cells().get(FocusColumn.TAGS)),
    TAG_STATE("TagState", ColumnType.TEXT,
            "Of the keys that the company tags with: right (all there and so), incomplete (what is there is so), wrong"
                    + " (something is not so) or none (not one there).",
            resource -> resource.state().label()),
    WRONG_TAGS("WrongTags", ColumnType.JSON, "What the keys should say that say something else; null where none does.",
            OwnedResource::wrong),
    MISSING_TAGS("MissingTags", ColumnType.JSON,
            "What the keys should say that are not there, or are there by another spelling; null where none is missing.",
            OwnedResource::missing);

    private final String id;
    private final ColumnType type;
    private final String help;
    private final Function<OwnedResource, @Nullable String> text;

    OwnershipColumn(FocusColumn column, String help) {
        this(column.id(), ColumnType.TEXT, help, resource -> resource.cells().get(column));
    }

    OwnershipColumn(String id, OrganisationAttribute attribute, String help) {
        this(id, ColumnType.TEXT, help, resource -> resource.cells().organisation(attribute));
    }

    OwnershipColumn(String id, ColumnType type, String help, Function<OwnedResource, @Nullable String> text) {
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

    /** All cells of a resource, in order. */
    static @Nullable String[] texts(OwnedResource resource) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (OwnershipColumn column : values()) {
            texts[column.ordinal()] = column.text.apply(resource);
        }
        return texts;
    }
}
