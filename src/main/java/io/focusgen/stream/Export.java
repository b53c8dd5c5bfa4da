package io.focusgen.stream;

import java.math.BigDecimal;

/** A planned data set (or the shard of it that was asked for), ready to be streamed. */
public interface Export {

    /** Exact data rows of this shard, header not counted. */
    long rows();

    /**
     * BilledCost before tax per provider and month in USD that the rows meet: the one asked for, or the profile's own bent
     * to the nearest feasible value.
     */
    BigDecimal budget();

    /** Covered share of eligible usage that the rows meet; zero where the data set is too small for commitments. */
    BigDecimal commitmentCoverage();

    /** The bytes: the header line (first shard only) begins block 0. */
    BlockSource blocks();
}
