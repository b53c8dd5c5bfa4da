package io.focusgen.estate;

import java.util.List;

import io.focusgen.catalog.Conventions;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.organisation.OrganisationSpec;

/**
 * The company as an organisation: names, teams and accounts. Teams, applications, owners and the accounts are the same for
 * every provider, month and version, so that cost can be followed across them; ids are the provider's own.
 *
 * @param name its display name
 * @param company its name in identifiers, lower case
 * @param billingAccountId the payer's account in the provider's shape
 * @param billingAccountName display name
 * @param teams all teams, in alphabetical order
 * @param leavers addresses of people who left; tags may still name them
 * @param tagging how it tags
 * @param accounts sub accounts, large ones first and two teams' largest before each further one; at least one
 */
public record Organisation(String name, String company, String billingAccountId, String billingAccountName,
        List<Team> teams, List<String> leavers, Tagging tagging, List<SubAccount> accounts) {

    private static final long NAME = 0x01;
    private static final long PAYER = 1L << 32;

    /** Identifiers have room for a company's name of this length. */
    private static final int WORD = 12;

    public Organisation {
        teams = List.copyOf(teams);
        leavers = List.copyOf(leavers);
        accounts = List.copyOf(accounts);
    }

    /** Where what all teams share lives: the first account of those who run platforms, or of the largest team. */
    SubAccount shared() {
        return accounts.stream().filter(account -> Vocabulary.isCentral(account.team())).findFirst()
                .orElse(accounts.get(0));
    }

    /**
     * The organisation of this company.
     *
     * @param company its own key, free of provider and distribution
     * @param provider the same with the provider, for ids
     */
    static Organisation of(Draw company, Draw provider, BillSpec spec, AccountNames names) {
        Draw draw = company.of(Salt.ORGANISATION);
        OrganisationSpec given = spec.organisation() != null
                ? spec.organisation()
                : InventedOrganisation.of(draw, spec.profile());
        String name = given.company() != null
                ? given.company()
                : Vocabulary.COMPANIES.get(draw.of(NAME).below(Vocabulary.COMPANIES.size(), 0));
        Teams.Staff staff = new Teams(draw, given, Slug.of(name) + ".example").invent();
        String word = Slug.of(name, WORD);
        Draw ids = provider.of(Salt.ACCOUNT_ID);
        AccountNames.Of payer = new AccountNames.Of(ids.of(PAYER)).word("org", word).word("Org", name);
        return new Organisation(name, word, names.billingAccountId(payer),
                names.text(Conventions.Text.BILLING_ACCOUNT_NAME, payer), staff.teams(), staff.leavers(),
                Tagging.of(draw, given.tags()),
                new Accounts(given, staff.teams(), name, ids, spec.provider().label(), names).all());
    }
}
