package io.focusgen.estate;

import java.util.List;

/**
 * A team and what it runs.
 *
 * @param name unique in the company
 * @param businessUnit the part of the company that it belongs to
 * @param costCentre e.g. {@code CC-4102}
 * @param formerCostCentre what its cost centre was once; some tags still say so
 * @param owner an address at a reserved domain, or what a document says
 * @param weight what it spends, against the others; 1 to 1000
 * @param applications at least one, unique in the company
 * @param applicationWords the same as parts of identifiers
 * @param businesses what each of them is for
 */
public record Team(String name, String businessUnit, String costCentre, String formerCostCentre, String owner,
        int weight, List<String> applications, List<String> applicationWords, List<Business> businesses) {

    public Team {
        applications = List.copyOf(applications);
        applicationWords = List.copyOf(applicationWords);
        businesses = List.copyOf(businesses);
    }
}
