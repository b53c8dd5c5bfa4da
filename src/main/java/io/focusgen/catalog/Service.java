package io.focusgen.catalog;

import io.focusgen.focus.ServiceCategory;

/**
 * A service as billed.
 *
 * @param index position in {@link Catalog#services()}
 * @param name ServiceName
 * @param code the provider's short name
 * @param subcategory ServiceSubcategory, one of the category's
 * @param global sold without a region: its rows have no RegionId
 */
public record Service(int index, String name, String code, ServiceCategory category, String subcategory,
        boolean global) {

    @Override
    public String toString() {
        return name;
    }
}
