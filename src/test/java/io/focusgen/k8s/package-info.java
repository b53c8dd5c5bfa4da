/**
 * What is in the folder k8s, without a cluster: built by a small kustomize of our own ({@code Kustomization}), held against
 * the shapes of the API server ({@code StrictModels}) and against what we want of them ({@code PodRules} and so on). {@code
 * make k8s-check} compares the first with the real one.
 */
@NullMarked
package io.focusgen.k8s;

import org.jspecify.annotations.NullMarked;
