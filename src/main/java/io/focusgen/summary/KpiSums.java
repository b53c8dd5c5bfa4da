package io.focusgen.summary;

import java.math.BigDecimal;

/**
 * The sums that {@link Kpi}s are made of, in one currency.
 *
 * @param list ListCost of usage that the provider invoices, unused commitments excepted
 * @param effective EffectiveCost of the same rows
 * @param used EffectiveCost of used commitments
 * @param unused EffectiveCost of unused commitments
 * @param covered ContractedCost of usage that commitments cover
 * @param eligible ContractedCost of usage that they cover or could have covered
 * @param tagged EffectiveCost of rows with tags
 * @param all EffectiveCost of all rows
 */
public record KpiSums(BigDecimal list, BigDecimal effective, BigDecimal used, BigDecimal unused, BigDecimal covered,
        BigDecimal eligible, BigDecimal tagged, BigDecimal all) {

    KpiSums plus(KpiSums other) {
        return new KpiSums(list.add(other.list), effective.add(other.effective), used.add(other.used),
                unused.add(other.unused), covered.add(other.covered), eligible.add(other.eligible),
                tagged.add(other.tagged), all.add(other.all));
    }
}
