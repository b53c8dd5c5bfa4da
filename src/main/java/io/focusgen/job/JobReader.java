package io.focusgen.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.focus.Dataset;
import io.focusgen.sink.Target;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.OwnParameters;
import io.focusgen.spec.RefusedException;

/** Reads the raw parameters of a job: its own, and those of its bundle and data set as everywhere. */
public final class JobReader {

    /** Files of rows: each is a line of the state, which is stored again with every file. */
    static final int MOST_FILES = 1_000;

    private final Set<Target> available;
    private final Target standard;
    private final Optional<WebhookRules> webhooks;

    /**
     * A reader for the targets that there are.
     *
     * @param available targets that are configured
     * @param standard the target where none is named
     * @param webhooks which receivers are taken; empty where there are none at all
     */
    public JobReader(Set<Target> available, Target standard, Optional<WebhookRules> webhooks) {
        this.available = available;
        this.standard = standard;
        this.webhooks = webhooks;
    }

    /**
     * The job that {@code raw} asks for.
     *
     * @throws RefusedException with everything wrong at once
     */
    public JobRequest read(Map<String, List<String>> raw, Defaults defaults) {
        OwnParameters<JobParameter> own = new OwnParameters<>(List.of(JobParameter.values()), raw);
        own.choice(JobParameter.DATASET, Dataset.COST_AND_USAGE, Dataset::label, List.of(Dataset.values()));
        Target target = own.choice(JobParameter.TARGET, standard, Target::label, List.of(Target.values()));
        if (!available.contains(target)) {
            String names = available.stream().map(Target::label).collect(Collectors.joining(" or "));
            own.refuse(JobParameter.TARGET.label(), target.label(), "Must be " + names
                    + ": nothing else is set up in this service.",
                    available.stream().map(Target::label).findFirst().orElse(null));
        }
        String webhook = webhook(own);
        BundleRequest bundle = own.dataset(others -> BundleReader.read(others, defaults, own.labels(), "a job",
                MOST_FILES));
        return new JobRequest(own.done(bundle), target, webhook);
    }

    private @Nullable String webhook(OwnParameters<JobParameter> own) {
        String url = own.text(JobParameter.WEBHOOK);
        if (url == null) {
            return null;
        }
        Optional<String> refusal = url.length() > WebhookRules.LONGEST
                ? Optional.of("Must be " + JobParameter.WEBHOOK.type().allowed() + ".")
                : webhooks.map(rules -> rules.refusal(url))
                        .orElse(Optional.of("Must not be given: this service sends no messages."));
        refusal.ifPresent(sentence -> own.refuse(JobParameter.WEBHOOK.label(), url, sentence, null));
        return url;
    }

    /** Own names and those of bundles, in order. */
    public static List<String> labels() {
        return Stream.concat(Stream.of(JobParameter.values()).map(JobParameter::label),
                Stream.of(BundleParameter.values()).map(BundleParameter::label)).toList();
    }
}
