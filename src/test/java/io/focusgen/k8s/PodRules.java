package io.focusgen.k8s;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.spec.GeneratorVersion;

/** What every Pod has to be: as the level "restricted" of Kubernetes' Pod security has it, and bounded. */
final class PodRules {

    private static final Set<String> VOLUMES = Set.of("emptyDir", "configMap", "secret", "projected", "downwardAPI",
            "persistentVolumeClaim", "csi", "ephemeral");
    private static final Pattern PINNED = Pattern.compile(".+(:[0-9]+(\\.[0-9A-Za-z-]+)+|@sha256:[0-9a-f]{64})");

    static final List<Rule> ALL = List.of(
            Rule.ofPods("runs as somebody else than root", workload -> workload.pod().isTrue("securityContext",
                    "runAsNonRoot") && workload.pod().number("securityContext", "runAsUser") > 0
                    && workload.containers().noneMatch(container -> container.has("securityContext", "runAsUser")
                            || container.has("securityContext", "runAsNonRoot"))),
            Rule.ofPods("has the seccomp profile of the runtime", workload -> workload.pod()
                    .text("securityContext", "seccompProfile", "type").equals("RuntimeDefault")),
            Rule.ofContainers("may not become more", container -> container.isFalse("securityContext",
                    "allowPrivilegeEscalation") && !container.isTrue("securityContext", "privileged")),
            Rule.ofContainers("has no capability", container -> container
                    .texts("securityContext", "capabilities", "drop").equals(List.of("ALL"))
                    && !container.has("securityContext", "capabilities", "add")),
            Rule.ofContainers("writes only to volumes", container -> container.isTrue("securityContext",
                    "readOnlyRootFilesystem")),
            Rule.ofPods("has nothing of its node", workload -> Stream.of("hostNetwork", "hostPID", "hostIPC")
                    .noneMatch(workload.pod()::has)
                    && workload.containers().flatMap(container -> container.parts("ports"))
                            .noneMatch(port -> port.has("hostPort"))),
            Rule.ofPods("has volumes of allowed types", workload -> workload.pod().parts("volumes")
                    .allMatch(volume -> volume.content().keySet().stream()
                            .allMatch(name -> name.equals("name") || VOLUMES.contains(name)))),
            Rule.ofPods("has bounded empty folders", workload -> workload.pod().parts("volumes")
                    .filter(volume -> volume.has("emptyDir"))
                    .allMatch(volume -> volume.has("emptyDir", "sizeLimit"))),
            Rule.ofPods("has no token of the API", workload -> workload.pod().isFalse("automountServiceAccountToken")),
            Rule.ofPods("has no variables of services", workload -> workload.pod().isFalse("enableServiceLinks")),
            Rule.ofContainers("has as much memory as it asks for", container -> container.has("resources", "limits",
                    "memory")
                    && container.text("resources", "limits", "memory")
                            .equals(container.text("resources", "requests", "memory"))),
            Rule.ofContainers("asks for CPU and may have more", container -> container.has("resources", "requests",
                    "cpu") && !container.has("resources", "limits", "cpu")),
            Rule.ofContainers("has an image of a version",
                    container -> PINNED.matcher(container.text("image")).matches()
                            && !container.text("imagePullPolicy").equals("Always")),
            new Rule("is the version of this project", installation -> ours(installation)
                    .filter(workload -> workload.containers()
                            .noneMatch(container -> container.text("image").endsWith(":" + GeneratorVersion.CURRENT)))
                    .map(Workload::toString)),
            new Rule("knows its cores", installation -> ours(installation)
                    .filter(workload -> !javaOptions(workload).matches(".*-XX:ActiveProcessorCount=[12]\\b.*"))
                    .map(Workload::toString)),
            // Below 1792 MiB the JVM chooses the serial collector, with which fewer streams fit than figures and scaling say.
            new Rule("has the collector that was measured", installation -> ours(installation)
                    .filter(workload -> workload.object().is("Deployment"))
                    .filter(workload -> !javaOptions(workload).matches(".*-XX:\\+UseG1GC\\b.*"))
                    .map(Workload::toString)),
            new Rule("can unpack libraries", installation -> ours(installation)
                    .filter(workload -> workload.containers().flatMap(container -> container.parts("volumeMounts"))
                            .noneMatch(mount -> mount.text("mountPath").equals("/tmp")))
                    .map(Workload::toString)),
            Rule.ofPods("mounts volumes that there are", workload -> {
                List<String> volumes = Stream.concat(workload.pod().parts("volumes").map(volume -> volume.text("name")),
                        workload.object().parts("spec", "volumeClaimTemplates").map(Manifest::name)).toList();
                return workload.containers().flatMap(container -> container.parts("volumeMounts"))
                        .allMatch(mount -> volumes.contains(mount.text("name")));
            }),
            Rule.ofPods("selects its own Pods", workload -> workload.object().is("Job")
                    || workload.hasAll(workload.object().strings("spec", "selector", "matchLabels"))),
            new Rule("has a service account that there is", installation -> installation.workloads()
                    .filter(workload -> workload.pod().has("serviceAccountName"))
                    .filter(workload -> installation.all("ServiceAccount")
                            .noneMatch(account -> account.name().equals(workload.pod().text("serviceAccountName"))))
                    .map(Workload::toString)),
            Rule.of("ServiceAccount", "gives no token away",
                    account -> account.isFalse("automountServiceAccountToken")));

    private PodRules() {
    }

    private static Stream<Workload> ours(Installation installation) {
        return installation.workloads().filter(Workload::isOurs);
    }

    private static String javaOptions(Workload workload) {
        return workload.containers().flatMap(container -> container.parts("env"))
                .filter(variable -> variable.text("name").equals("JAVA_TOOL_OPTIONS"))
                .map(variable -> variable.text("value")).collect(Collectors.joining(" "));
    }
}
