package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Conventions;
import io.focusgen.catalog.Service;
import io.focusgen.estate.Company;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.Decimal;
import io.focusgen.plan.MonthPlan;

/** A promotional credit: a negative row of its own on an account and service, whose four costs are equal. */
final class CreditCharge extends Charge {

    private final String description;
    private final Service service;
    private final SubAccount account;

    private CreditCharge(Money money, String description, Service service, SubAccount account, Decimal amount) {
        super(Spread.constant(0, 1, 1, 0), Rates.costs(money, amount, amount), true);
        this.description = description;
        this.service = service;
        this.account = account;
    }

    /** The month's credits: the planned sum in falling parts that add up to the smallest coin. */
    static List<Charge> of(MonthPlan month, Money money) {
        Company company = month.company();
        int count = month.plan().structure().ladder().credits();
        int digits = money.currency().digits();
        long cents = Math.max(count, Math.round(month.credits() * QuantityScale.powerOfTen(digits)));
        List<Service> services = company.mix().landingServices();
        List<Charge> charges = new ArrayList<>();
        String description = company.catalog().conventions().text(Conventions.Text.CREDIT_DESCRIPTION).replace("{id}",
                company.organisation().billingAccountId());
        long given = 0;
        for (int i = 0; i < count; i++) {
            // Parts 1 − (1 − x)², so that the first is the largest.
            long left = count - (i + 1L);
            long upTo = cents - (cents - count) * left * left / ((long) count * count) - left;
            charges.add(new CreditCharge(money, description,
                    services.get(i % services.size()),
                    company.account(2), new Decimal(upTo - given, digits).negated()));
            given = upTo;
        }
        return charges;
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.CREDIT;
    }

    @Override
    public Service service() {
        return service;
    }

    @Override
    public SubAccount account() {
        return account;
    }

    @Override
    public void describe(Cells cells) {
        cells.charge(ChargeCategory.CREDIT, ChargeFrequency.ONE_TIME,
                description);
        cells.service(service).account(account);
    }
}
