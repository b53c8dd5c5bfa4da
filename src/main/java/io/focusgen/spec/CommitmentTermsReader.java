package io.focusgen.spec;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Provider;

/** Reads what kind of commitments are asked for and when they begin, and refuses what a provider does not sell. */
final class CommitmentTermsReader {

    private static final String MIX = "mix";

    private final GivenParameters given;

    CommitmentTermsReader(GivenParameters given) {
        this.given = given;
    }

    CommitmentTerms read(List<Provider> providers) {
        Integer years = choice(Parameter.COMMITMENT_TERM, List.of(1, 3), number -> Integer.toString(number));
        CommitmentPayment payment = choice(Parameter.COMMITMENT_PAYMENT, List.of(CommitmentPayment.values()),
                CommitmentPayment::label);
        CommitmentScope scope = given.choice(Parameter.COMMITMENT_SCOPE, CommitmentScope.SHARED,
                CommitmentScope::label, List.of(CommitmentScope.values()));
        LocalDate start = given.one(Parameter.COMMITMENT_START, Optional.<LocalDate>empty(),
                text -> Optional.of(Days.read(text))).orElse(null);
        int gap = given.one(Parameter.COMMITMENT_GAP, 0,
                text -> (int) Numbers.whole(text, 0, CommitmentTerms.MOST_GAP_DAYS));
        CommitmentTerms terms = new CommitmentTerms(years, payment, scope, start, gap);
        for (Provider provider : providers) {
            List<CommitmentOffer> offers = Catalog.of(provider).offers();
            if (payment != null && offers.stream().noneMatch(terms::fit)) {
                String sold = offers.stream().map(offer -> offer.payment().label()).distinct()
                        .collect(Collectors.joining(", "));
                given.refuse(Parameter.COMMITMENT_PAYMENT, payment.label(),
                        "Must be " + sold + " or mix for " + provider.label() + ", which sells nothing else.",
                        providers.size() > 1 ? MIX : offers.get(0).payment().label());
                break;
            }
        }
        return terms;
    }

    /** Null for a mix. */
    private <T> @Nullable T choice(Parameter parameter, List<T> values, Function<T, String> label) {
        List<Optional<T>> all = Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
        return given.choice(parameter, Optional.<T>empty(), some -> some.map(label).orElse(MIX), all).orElse(null);
    }
}
