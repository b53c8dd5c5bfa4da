package io.focusgen.spec.organisation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Writes an organisation in the one way that all spellings of a document come to; what says nothing is not written. */
final class CanonicalJson {

    private final StringBuilder json = new StringBuilder(256);

    private CanonicalJson() {
    }

    static String of(OrganisationSpec organisation) {
        CanonicalJson writer = new CanonicalJson();
        writer.root(organisation);
        return writer.json.toString();
    }

    private void root(OrganisationSpec organisation) {
        open('{');
        text(Member.COMPANY, organisation.company());
        texts(Member.UNITS, organisation.units());
        name(Member.TEAMS.label());
        open('[');
        organisation.teams().forEach(this::team);
        close(']');
        if (!organisation.tags().equals(TagSpec.NONE)) {
            name(Member.TAGS.label());
            tags(organisation.tags());
        }
        if (!organisation.accounts().isEmpty()) {
            name(Member.ACCOUNTS.label());
            open('[');
            organisation.accounts().forEach(this::account);
            close(']');
        }
        close('}');
    }

    private void team(TeamSpec team) {
        open('{');
        text(Member.NAME, team.name());
        text(Member.UNIT, team.unit());
        text(Member.COST_CENTRE, team.costCentre());
        text(Member.OWNER, team.owner());
        if (team.weight() != 1) {
            name(Member.WEIGHT.label());
            value(Integer.toString(team.weight()));
        }
        texts(Member.APPLICATIONS, team.applications());
        if (!team.environments().equals(Environment.USUAL)) {
            texts(Member.ENVIRONMENTS, Named.labels(team.environments()));
        }
        close('}');
    }

    private void tags(TagSpec tags) {
        open('{');
        KeyStyle style = tags.style();
        text(Member.STYLE, style == null ? null : style.label());
        if (tags.keys().containsValue(TagSpec.STYLED)) {
            texts(Member.KEYS, Named.labels(List.copyOf(tags.keys().keySet())));
        } else if (!tags.keys().isEmpty()) {
            name(Member.KEYS.label());
            open('{');
            tags.keys().forEach((key, own) -> member(key.label(), own));
            close('}');
        }
        if (!tags.coverage().isEmpty()) {
            name(Member.COVERAGE.label());
            open('{');
            for (Map.Entry<Environment, Integer> entry : tags.coverage().entrySet()) {
                name(entry.getKey().label());
                share(entry.getValue());
            }
            close('}');
        }
        Integer dirty = tags.dirty();
        if (dirty != null) {
            name(Member.DIRTY.label());
            share(dirty);
        }
        close('}');
    }

    private void account(AccountSpec account) {
        open('{');
        text(Member.ACCOUNT_NAME, account.name());
        text(Member.ACCOUNT_TEAM, account.team());
        text(Member.ACCOUNT_ENVIRONMENT, account.environment().label());
        if (!account.ids().isEmpty()) {
            name(Member.IDS.label());
            open('{');
            account.ids().forEach(this::member);
            close('}');
        }
        close('}');
    }

    private void text(Member member, @Nullable String text) {
        if (text != null) {
            member(member.label(), text);
        }
    }

    private void texts(Member member, List<String> texts) {
        if (!texts.isEmpty()) {
            name(member.label());
            open('[');
            texts.forEach(this::quoted);
            close(']');
        }
    }

    private void member(String label, String text) {
        name(label);
        quoted(text);
    }

    private void name(String label) {
        comma();
        json.append('"').append(label).append("\":");
    }

    /** No text of a document needs escaping: quotes, backslashes and control characters are allowed in none. */
    private void quoted(String text) {
        comma();
        json.append('"').append(text).append('"');
    }

    private void share(int thousandths) {
        value(BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString());
    }

    private void value(String number) {
        json.append(number);
    }

    private void open(char bracket) {
        comma();
        json.append(bracket);
    }

    private void close(char bracket) {
        json.append(bracket);
    }

    /** Before anything that follows something of the same object or list. */
    private void comma() {
        char last = json.length() == 0 ? '{' : json.charAt(json.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            json.append(',');
        }
    }
}
