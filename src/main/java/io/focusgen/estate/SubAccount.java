package io.focusgen.estate;

import io.focusgen.spec.organisation.Environment;

/**
 * An account that resources live in.
 *
 * @param index 0 for the largest
 * @param id as the provider writes it: twelve digits, the path of a subscription, the name of a project
 * @param number by which resources may name it instead; twelve digits
 * @param name unique in the company
 * @param team who opened it: names and identifiers are made of its words and applications
 * @param holder who answers for it: the same, unless a reorganisation gave it to others
 * @param teamWord the team as a part of identifiers
 * @param environment what runs in it
 * @param path the organisational units, management groups or folders above it, joined by slashes
 */
public record SubAccount(int index, String id, String number, String name, Team team, Team holder,
        String teamWord, Environment environment, String path) {

    /** The same account in the hands of others, who have it below another path. */
    SubAccount heldBy(Team other, String otherPath) {
        return new SubAccount(index, id, number, name, team, other, teamWord, environment, otherPath);
    }

    /** What is spent in it, against others. */
    double weight() {
        return team.weight() * environment.size();
    }
}
