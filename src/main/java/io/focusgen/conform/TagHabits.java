package io.focusgen.conform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import io.focusgen.focus.FocusColumn;

/** What the providers let tags be. */
final class TagHabits {

    private static final String AWS_TAGS = "AWS, tag naming limits and requirements";
    private static final String AZURE_TAGS = "Azure, limitations of tags";
    private static final String GOOGLE_LABELS = "Google Cloud, requirements for labels";

    /** Most tags that users may set on a resource of AWS and Azure. */
    private static final int MOST_TAGS = 50;

    private static final int MOST_LABELS = 64;

    private static final Pattern AWS_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final Pattern AWS_MADE = Pattern
            .compile("aws:(?:createdBy|(?:autoscaling|backup|batch|cloudformation|"
                    + "dlm|ec2|ec2launchtemplate|ec2spot|ecs|eks|elasticbeanstalk|elasticmapreduce|rds|sagemaker|"
                    + "secretsmanager|servicecatalog|ssm):[A-Za-z][A-Za-z0-9:_-]*)");

    private static final Pattern AZURE_FORBIDDEN = Pattern.compile("[<>%&\\\\?/]");

    private static final Pattern LABEL_KEY = Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
    private static final Pattern LABEL_VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");

    static final List<CellRule> CELLS = List.of(
            tags(Cloud.AWS, "FG-AWS-TAG", "Tags have keys of up to 128 and values of up to 256 letters, digits, blanks "
                    + "and _ . : / = + - @, and at most 50 are the user's.", AWS_TAGS, TagHabits::isAws),
            tags(Cloud.AWS, "FG-AWS-TAG-PREFIX", "Keys that begin with aws: are those that AWS makes, in its case.",
                    AWS_TAGS, (found, user) -> found.kinds().keySet().stream().allMatch(
                            key -> !isReserved(key) || AWS_MADE.matcher(key).matches())),
            tags(Cloud.AZURE, "FG-AZURE-TAG", "Tags have keys of up to 512 characters, none of < > % & \\ ? / in those "
                    + "of users, values of up to 256, and at most 50 are the user's.", AZURE_TAGS, TagHabits::isAzure),
            tags(Cloud.AZURE, "FG-AZURE-TAG-CASE", "No two keys are equal but for their case.", AZURE_TAGS,
                    (found, user) -> areDistinctWithoutCase(found.kinds().keySet())),
            tags(Cloud.GOOGLE, "FG-GOOGLE-LABEL",
                    "Labels of users have keys and values of up to 63 lower-case letters, "
                            + "digits, _ and -, keys begin with a letter, and at most 64 are set.",
                    GOOGLE_LABELS,
                    TagHabits::isGoogle));

    private TagHabits() {
    }

    /** @param holds of an object, and of its keys that the user set */
    private static CellRule tags(Cloud cloud, String id, String sentence, String source,
            BiPredicate<KeyValues, Set<String>> holds) {
        return CellRule.habit(cloud, id, sentence, source, FocusColumn.TAGS, text -> {
            KeyValues found = KeyValues.parse(text);
            return found == null || holds.test(found, ofUsers(cloud, found.kinds().keySet()));
        });
    }

    private static Set<String> ofUsers(Cloud cloud, Set<String> keys) {
        Set<String> users = new LinkedHashSet<>(keys);
        users.removeIf(key -> switch (cloud) {
            case AWS -> isReserved(key);
            case AZURE -> key.startsWith("hidden-") || key.startsWith("ms-resource-usage") || key.startsWith("cm-");
            case GOOGLE -> key.startsWith("goog-") || key.contains(".googleapis.com/");
        });
        return users;
    }

    private static boolean isReserved(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith("aws:");
    }

    private static boolean isAws(KeyValues found, Set<String> users) {
        return users.size() <= MOST_TAGS
                && found.kinds().keySet().stream().allMatch(
                        key -> isLong(key, 1, 128) && AWS_TEXT.matcher(key).matches())
                && found.texts().values().stream().allMatch(
                        value -> value.length() <= 256 && AWS_TEXT.matcher(value).matches());
    }

    private static boolean isAzure(KeyValues found, Set<String> users) {
        return users.size() <= MOST_TAGS
                && found.kinds().keySet().stream().allMatch(key -> isLong(key, 1, 512))
                && users.stream().noneMatch(key -> AZURE_FORBIDDEN.matcher(key).find())
                && found.texts().values().stream().allMatch(value -> value.length() <= 256);
    }

    private static boolean isGoogle(KeyValues found, Set<String> users) {
        for (Map.Entry<String, String> label : found.texts().entrySet()) {
            if (users.contains(label.getKey()) && !LABEL_VALUE.matcher(label.getValue()).matches()) {
                return false;
            }
        }
        return users.size() <= MOST_LABELS && users.stream().allMatch(key -> LABEL_KEY.matcher(key).matches());
    }

    private static boolean areDistinctWithoutCase(Set<String> keys) {
        return keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).distinct().count() == keys.size();
    }

    private static boolean isLong(String text, int least, int most) {
        return text.length() >= least && text.length() <= most;
    }
}
