package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.focusgen.spec.organisation.OrganisationSpec;
import io.focusgen.spec.organisation.TeamSpec;

/**
 * The teams of an organisation, with what its document leaves out invented. What is invented for a team hangs on its name, not
 * on its place, so that another team more or less changes little of it.
 */
final class Teams {

    private static final long COST_CENTRE = 0x03;
    private static final long OWNER = 0x04;
    private static final long APPLICATIONS = 0x05;
    private static final long UNIT = 0x06;
    private static final long FORMER_COST_CENTRE = 0x07;
    private static final long LEAVER = 0x08;
    private static final int LEAVERS = 6;
    private static final int LEAST_APPLICATIONS = 3;
    private static final int MORE_APPLICATIONS = 4;

    /** Identifiers have room for an application's name of this length. */
    private static final int WORD = 20;

    private final Draw draw;
    private final OrganisationSpec given;
    private final String domain;
    private final SortedSet<String> costCentres = new TreeSet<>();
    private final SortedSet<String> owners = new TreeSet<>();
    private final SortedSet<String> applications = new TreeSet<>();

    /** @param domain of the owners' addresses */
    Teams(Draw draw, OrganisationSpec given, String domain) {
        this.draw = draw;
        this.given = given;
        this.domain = domain;
        for (TeamSpec team : given.teams()) {
            costCentres.add(String.valueOf(team.costCentre()));
            owners.add(String.valueOf(team.owner()));
            applications.addAll(team.applications());
        }
    }

    /** All teams in alphabetical order, and addresses of people who own nothing any more. */
    record Staff(List<Team> teams, List<String> leavers) {

        Staff {
            teams = List.copyOf(teams);
            leavers = List.copyOf(leavers);
        }
    }

    Staff invent() {
        List<Team> teams = given.teams().stream().map(this::team).toList();
        List<String> leavers = new ArrayList<>();
        for (int i = 0; i < LEAVERS; i++) {
            leavers.add(person(draw.of(LEAVER).of(i)));
        }
        return new Staff(teams, leavers);
    }

    private Team team(TeamSpec team) {
        Draw own = draw.of(team.name());
        String unit = team.unit() != null ? team.unit() : unit(own);
        String costCentre = team.costCentre() != null ? team.costCentre() : costCentre(own);
        String owner = team.owner() != null ? team.owner() : person(own.of(OWNER));
        List<String> names = team.applications().isEmpty() ? applications(own, team.name(), unit) : team.applications();
        return new Team(team.name(), unit, costCentre, "CC-" + (100 + own.below(900, FORMER_COST_CENTRE)), owner,
                team.weight(), names, names.stream().map(name -> Slug.of(name, WORD)).toList(),
                names.stream().map(name -> Business.of(name, unit, draw)).toList());
    }

    private String unit(Draw own) {
        List<String> units = given.units().isEmpty()
                ? Vocabulary.FIELDS.stream().map(Vocabulary.Field::unit).toList()
                : given.units();
        return units.get(own.below(units.size(), UNIT));
    }

    private String costCentre(Draw own) {
        for (int attempt = 0;; attempt++) {
            String costCentre = "CC-" + (1000 + own.of(COST_CENTRE).below(9000, attempt));
            if (costCentres.add(costCentre)) {
                return costCentre;
            }
        }
    }

    /** The address of somebody new. */
    private String person(Draw own) {
        for (int attempt = 0;; attempt++) {
            Draw name = own.of(attempt);
            String address = Vocabulary.GIVEN_NAMES.get(name.below(Vocabulary.GIVEN_NAMES.size(), 0)) + "."
                    + Vocabulary.SURNAMES.get(name.below(Vocabulary.SURNAMES.size(), 1)) + "@" + domain;
            if (owners.add(address)) {
                return address;
            }
        }
    }

    /** Some of the unit's applications that no other team has; where the words run out, some with the team's name. */
    private List<String> applications(Draw own, String team, String unit) {
        int count = LEAST_APPLICATIONS + own.below(MORE_APPLICATIONS, APPLICATIONS);
        List<String> words = field(unit).applications();
        List<String> plainFirst = new ArrayList<>(
                Shuffle.of(words.subList(0, field(unit).nouns().size()), own.of(APPLICATIONS)));
        plainFirst.addAll(Shuffle.of(words.subList(plainFirst.size(), words.size()), own.of(APPLICATIONS)));
        List<String> names = new ArrayList<>();
        for (String word : plainFirst) {
            if (names.size() < count && applications.add(word)) {
                names.add(word);
            }
        }
        for (int i = 0; names.size() < count; i++) {
            String number = i < words.size() ? "" : "-" + i;
            String name = Slug.of(team) + "-" + words.get(i % words.size()) + number;
            if (applications.add(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** What a unit's applications are called; any unit of another name has words of its own choice. */
    private Vocabulary.Field field(String unit) {
        return Vocabulary.FIELDS.stream().filter(field -> field.unit().equals(unit)).findFirst()
                .orElseGet(() -> Vocabulary.FIELDS.get(draw.of(unit).below(Vocabulary.FIELDS.size(), UNIT)));
    }
}
