package io.focusgen.estate;

/**
 * An account that resources live in.
 *
 * @param index 0 for the largest
 * @param id as the provider writes it: twelve digits, the path of a subscription, the name of a project
 * @param number by which resources may name it instead; twelve digits
 * @param name unique in the company
 * @param team who owns it
 * @param environment what runs in it
 * @param path the organisational units, management groups or folders above it, joined by slashes
 */
public record SubAccount(int index, String id, String number, String name, Team team, Environment environment,
        String path) {
}
