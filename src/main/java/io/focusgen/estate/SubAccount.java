package io.focusgen.estate;

/**
 * An account that resources live in.
 *
 * @param index 0 for the largest
 * @param id as the provider writes it, e.g. twelve digits for AWS
 * @param name unique in the company
 * @param team who owns it
 * @param environment what runs in it
 */
public record SubAccount(int index, String id, String name, Team team, Environment environment) {
}
