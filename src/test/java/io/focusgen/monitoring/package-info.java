/**
 * The files of {@code monitoring/}, held to what they promise: {@link io.focusgen.monitoring.AlertsTest} reads the rules of
 * Prometheus and their cases, {@link io.focusgen.monitoring.DashboardsTest} the dashboards of Grafana. {@code make
 * monitoring-check} runs {@link io.focusgen.monitoring.MonitoringCheck}, which has Prometheus' own tools read them as well;
 * {@code make monitoring-watch} runs {@link io.focusgen.monitoring.Watch}, which asks a real Prometheus each of their questions.
 */
@NullMarked
package io.focusgen.monitoring;

import org.jspecify.annotations.NullMarked;
