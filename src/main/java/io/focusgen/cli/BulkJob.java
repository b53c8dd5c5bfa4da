package io.focusgen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.focusgen.encode.JsonWriter;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;

/**
 * The Indexed Job of Kubernetes that writes all parts of a bulk export. Its arguments name every parameter, so that what
 * depends on the clock or on chance is the same in a Pod that is begun tomorrow; its name tells the request, so that the
 * same Job is not made twice.
 */
final class BulkJob {

    private static final int CHARACTERS_OF_NAME = 12;

    /** Of the parts, one in so many may be given up before the rest is stopped. */
    private static final int PARTS_FOR_A_FAILURE = 10;

    private static final String YAML = """
            # One Pod for each part; a Pod that fails is tried again, and finds what is there already.
            # Needs what k8s/bulk brings: a service account, and where the bucket is.
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: %1$s
              labels:
                app.kubernetes.io/name: focus-generator
                app.kubernetes.io/component: bulk
            spec:
              completionMode: Indexed
              completions: %2$d
              parallelism: %3$d
              # Tried so often each; with more given up than may fail, the Job ends.
              backoffLimitPerIndex: 3
              maxFailedIndexes: %4$d
              podReplacementPolicy: Failed
              podFailurePolicy:
                rules:
                  # A node that is drained is nobody's fault.
                  - action: Ignore
                    onPodConditions:
                      - type: DisruptionTarget
                        status: "True"
                  # The request is refused, and would be in every other Pod.
                  - action: FailJob
                    onExitCodes:
                      containerName: part
                      operator: In
                      values: [%5$d]
              ttlSecondsAfterFinished: 86400
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: focus-generator
                    app.kubernetes.io/component: bulk
                spec:
                  restartPolicy: Never
                  serviceAccountName: focus-generator-bulk
                  automountServiceAccountToken: false
                  enableServiceLinks: false
                  terminationGracePeriodSeconds: 30
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 10001
                    runAsGroup: 10001
                    fsGroup: 10001
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                    - name: part
                      image: %6$s
                      imagePullPolicy: IfNotPresent
                      args:
            %7$s
                      env:
                        # The JVM takes every core of the node for its own where there is no limit.
                        - name: JAVA_TOOL_OPTIONS
                          value: -XX:ActiveProcessorCount=2
                      envFrom:
                        - configMapRef:
                            name: focus-generator-bulk
                        # Not needed where the service account is let in by itself.
                        - secretRef:
                            name: focus-generator-bulk
                            optional: true
                      resources:
                        requests:
                          cpu: "2"
                          memory: 1Gi
                          ephemeral-storage: 64Mi
                        limits:
                          memory: 1Gi
                          ephemeral-storage: 256Mi
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities:
                          drop: [ALL]
                      volumeMounts:
                        - name: tmp
                          mountPath: /tmp
                  volumes:
                    # What the JVM and its libraries unpack.
                    - name: tmp
                      emptyDir:
                        sizeLimit: 128Mi
            """;

    private BulkJob() {
    }

    /** A document for {@code kubectl apply}. */
    static String yaml(BulkRequest request) {
        long shards = request.spec().shard().count();
        String arguments = arguments(request).stream().map(BulkJob::quoted).map(text -> " ".repeat(12) + "- " + text)
                .collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, YAML, name(request), shards, request.parallelism(),
                shards / PARTS_FOR_A_FAILURE, CommandLineInterface.REFUSED, quoted(request.image()), arguments);
    }

    private static String name(BulkRequest request) {
        return "focus-bulk-" + BulkParts.fingerprint(request).substring(0, CHARACTERS_OF_NAME);
    }

    /** What a Pod runs, each word as the program gets it. */
    static List<String> arguments(BulkRequest request) {
        List<String> words = new ArrayList<>(List.of(BulkCommand.VERB, request.dataset().label(),
                "--shard=" + JobIndex.WORD + request.spec().shard().count(), "--format=" + request.format().extension(),
                Options.OUT + "=" + request.out(), Verb.QUIET));
        CanonicalRequest.parameters(request.spec().whole()).forEach((name, value) -> {
            Parameter parameter = Parameter.byName(name).orElseThrow();
            if (parameter != Parameter.SHARD) {
                words.add(Documentation.option(parameter) + "=" + value);
            }
        });
        return words;
    }

    /** JSON is YAML. Kubernetes takes a dollar for the beginning of a variable, and two for one. */
    private static String quoted(String word) {
        return new JsonWriter().text(word.replace("$", "$$")).toString();
    }
}
