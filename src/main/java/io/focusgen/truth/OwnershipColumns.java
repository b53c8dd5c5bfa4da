package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.of;

import java.util.List;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;

/** The columns of the ownership sheet. Those with a name of FOCUS hold exactly what rows hold. */
final class OwnershipColumns {

    static final List<SheetColumn<OwnedResource>> ALL = List.of(
            of(FocusColumn.PROVIDER_NAME, "Whose cloud it is in."),
            of(FocusColumn.RESOURCE_ID, "The resource: every ResourceId of the data set once."),
            of(FocusColumn.RESOURCE_NAME, "Its display name."),
            of(FocusColumn.RESOURCE_TYPE, "What it is."),
            of(FocusColumn.SERVICE_NAME, "The service of its rows."),
            of(FocusColumn.REGION_ID, "Where it is; null for everywhere."),
            of(FocusColumn.SUB_ACCOUNT_ID, "The account that it is charged to."),
            of(FocusColumn.SUB_ACCOUNT_NAME, "The name of that account."),
            of("Team", OrganisationAttribute.TEAM, "The team that really runs it."),
            of("Application", OrganisationAttribute.APPLICATION,
                    "The application that it is really a part of; null for what is the account's."),
            of("Environment", OrganisationAttribute.ENVIRONMENT, "What it really runs in."),
            of("Owner", OrganisationAttribute.OWNER, "Who really answers for it."),
            of("CostCentre", OrganisationAttribute.COST_CENTRE, "Who really pays for it."),
            of("BusinessUnit", OrganisationAttribute.BUSINESS_UNIT, "The part of the company that it belongs to."),
            new SheetColumn<>("Tags", ColumnType.JSON, "What its tags say.",
                    resource -> resource.cells().get(FocusColumn.TAGS)),
            SheetColumn.text("TagState",
                    "Of the keys that the company tags with: right (all there and so), incomplete (what is there is so),"
                            + " wrong (something is not so) or none (not one there).",
                    resource -> resource.state().label()),
            new SheetColumn<>("WrongTags", ColumnType.JSON,
                    "What the keys should say that say something else; null where none does.", OwnedResource::wrong),
            new SheetColumn<>("MissingTags", ColumnType.JSON,
                    "What the keys should say that are not there, or are there by another spelling; null where none is"
                            + " missing.",
                    OwnedResource::missing));

    private OwnershipColumns() {
    }
}
