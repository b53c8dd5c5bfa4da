package io.focusgen.conform;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** Some resource names of Google have a project's number where others have its id; each project has one. */
final class ProjectNumbers implements SetCheck {

    static final SetRule ONE_NUMBER = new SetRule("FG-GOOGLE-PROJECT-NUMBER",
            "The number of a project in resource names belongs to one SubAccountId, which has no other.",
            "Google Cloud, project identifiers",
            EnumSet.of(FocusColumn.PROVIDER_NAME, FocusColumn.RESOURCE_ID, FocusColumn.SUB_ACCOUNT_ID));

    private final Map<String, String> projectOf = new HashMap<>();
    private final Map<String, String> numberOf = new HashMap<>();
    private @Nullable String last;

    @Override
    public List<SetRule> rules() {
        return List.of(ONE_NUMBER);
    }

    @Override
    public void row(Row row, Findings findings) {
        String resource = row.text(FocusColumn.RESOURCE_ID);
        String project = row.text(FocusColumn.SUB_ACCOUNT_ID);
        if (row.cloud() != Cloud.GOOGLE || resource == null || project == null || resource.equals(last)) {
            return;
        }
        last = resource;
        String number = GoogleHabits.after("/projects/", resource);
        if (number == null || !GoogleHabits.isNumber(number)) {
            return;
        }
        String knownProject = projectOf.putIfAbsent(number, project);
        String knownNumber = numberOf.putIfAbsent(project, number);
        if ((knownProject != null && !knownProject.equals(project))
                || (knownNumber != null && !knownNumber.equals(number))) {
            findings.add(ONE_NUMBER, row.number(), () -> project + " is " + number + ", was " + knownNumber + "; "
                    + number + " was " + knownProject);
        }
    }
}
