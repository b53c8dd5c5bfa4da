# The verbs of this project. Needed: a JDK of release 17 or later, make, and curl or wget for the first build.
.DEFAULT_GOAL := help
SHELL := /bin/sh
# Two builds at once would write to the same folder.
.NOTPARALLEL:

MVN  := ./mvnw --batch-mode --no-transfer-progress
JAVA := $(if $(JAVA_HOME),"$(JAVA_HOME)/bin/java",java)
JAR  := target/quarkus-app/quarkus-run.jar
# The libraries of the tests, written when their classes are made.
TESTS := target/test.classpath
# The tests that run by themselves. Most start services, which end before a slow compiler's work would be of use.
# Each leaves its code behind: 256 MiB were full near the end, and threads of whatever was running died of it.
APART := .mvn/tests-apart
QUICK := -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=1g

.PHONY: help run dev test test-long fuzz attack monitoring-check monitoring-watch k8s-check bench load realism check format golden package sbom clean

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(JAR) ## start the service on localhost:8080, built first where needed (JAVA_OPTS are passed on)
	exec $(JAVA) -XX:+ExitOnOutOfMemoryError -Dfocus.limit.preset=off $(JAVA_OPTS) -jar $(JAR)

dev: ## start the service and reload it whenever a source file changes
	$(MVN) quarkus:dev

test: $(TESTS) ## run all tests but the long ones (what needs a mounted disk where one can be mounted)
	rm -rf target/surefire-reports target/test-data
	@failed=; \
	$(MVN) surefire:test -DforkCount=2 -Dsurefire.excludesFile=$(APART) || failed=1; \
	$(MVN) surefire:test -Dtests.jvm='$(QUICK)' -Dsurefire.includesFile=$(APART) || failed=1; \
	.ci/mounting $(MVN) surefire:test -Dtests.jvm='$(QUICK)' -Dtest='FullDisk*Test' -DexcludedGroups=none || failed=1; \
	find target/surefire-reports -name 'TEST-*.xml' -exec sed -n 's/.*<testsuite .* tests="\([0-9]*\)".*/\1/p' {} + | \
		awk '{ sum += $$1 } END { print sum " tests ran" }'; \
	test -z "$$failed"

test-long: $(JAR) ## run the tests that take minutes each
	$(MVN) test -Dgroups=long -DexcludedGroups=$(if $(FOCUSGEN_OTHER_JDK),none,other-jdk)

fuzz: $(TESTS) ## let Jazzer look for inputs that break a reader (ARGS: seconds for each target, 60, then which of them)
	$(MVN) -q -Pfuzz dependency:build-classpath -Dmdep.outputFile=target/fuzz.classpath
	exec $(JAVA) -cp "target/test-classes:target/classes:$$(cat target/fuzz.classpath)" io.focusgen.fuzz.Fuzz $(ARGS)

attack: $(JAR) $(TESTS) ## attack the packaged service, or the one at ATTACK_URL, for two minutes (ATTACK_SECONDS, ATTACK_KEY)
	exec $(JAVA) -cp "target/test-classes:target/classes:$$(cat $(TESTS))" io.focusgen.attack.Attack

monitoring-check: $(TESTS) ## have promtool and amtool read rules, alerts and their cases, dashboards and settings in monitoring/
	exec $(JAVA) -cp "target/test-classes:$$(cat $(TESTS))" io.focusgen.monitoring.MonitoringCheck

monitoring-watch: $(JAR) $(TESTS) ## have a Prometheus watch the service under load, and ask it what panels and rules ask (ARGS: seconds, 150)
	exec $(JAVA) -cp "target/test-classes:target/classes:$$(cat $(TESTS))" io.focusgen.monitoring.Watch $(ARGS)

bench: $(JAR) $(TESTS) ## measure us beside the peers in one process and write target/bench.json (ARGS, JAVA_OPTS)
	exec $(JAVA) $(JAVA_OPTS) -cp "target/test-classes:target/classes:$$(cat $(TESTS))" io.focusgen.bench.Bench $(ARGS)

load: $(JAR) $(TESTS) ## load the service in four ways and write target/load.txt (ARGS: quick, own, small, large, slow, overload; JAVA_OPTS)
	exec $(JAVA) $(JAVA_OPTS) -cp "target/test-classes:target/classes:$$(cat $(TESTS))" io.focusgen.load.Load $(ARGS)

realism: $(JAR) $(TESTS) ## print what real bills look like beside three of ours
	exec $(JAVA) $(JAVA_OPTS) -cp "target/test-classes:target/classes:$$(cat $(TESTS))" io.focusgen.realism.Realism

check: ## read the code: format, imports, javac's warnings, Error Prone, NullAway, the package table
	$(MVN) -q -Pcheck clean test -Dtest='Architecture*Test,ProjectFilesTest'

format: ## bring code and imports into the project's form
	$(MVN) -q formatter:format impsort:sort

k8s-check: ## build the folder k8s with kubectl, too, and check shapes and rules of all that is in it
	@command -v kubectl > /dev/null || { echo 'kubectl is needed, 1.25 or later: https://kubernetes.io/docs/tasks/tools/' >&2; exit 1; }
	$(MVN) -q test -Dtest='io.focusgen.k8s.*Test' -DexcludedGroups=none

golden: ## write the golden digests anew; the difference belongs into the commit message
	$(MVN) test -Dtest='*GoldenTest' -DexcludedGroups=none -Dfocusgen.golden=write

package: $(JAR) ## build target/quarkus-app/quarkus-run.jar without running the tests

sbom: ## list the libraries that run in the service, as CycloneDX, in target/bom.json
	$(MVN) -q org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom

clean: ## remove everything that was built
	$(MVN) -q clean

$(TESTS): pom.xml $(shell find src -type f)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.outputFile=$(TESTS)
	@touch $@

$(JAR): pom.xml $(shell find src/main -type f)
	$(MVN) -q -DskipTests package
	@touch $@
