package io.focusgen.estate;

/**
 * A tag that a provider sets on some of its resources.
 *
 * @param key with its prefix
 * @param prefix what tells the provider's keys from a company's own
 * @param percent of the fitting resources that have it, 1 to 100
 * @param value with the placeholders of {@link ResourceTemplate}
 */
public record ProviderTag(String key, String prefix, int percent, String value) {
}
