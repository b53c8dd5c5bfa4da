package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.spec.Distribution;
import io.focusgen.spec.organisation.Environment;

/** What applications a company has, one after the other without end: how each is built and how large it is. */
public final class Applications {

    private static final int VARIANT_BITS = 10;

    private static final int LARGEST_SIZE = 1 << 16;

    /** Nothing outside production is larger than the median application in it. */
    private static final int LARGEST_TRIAL = 64;

    private final Mix mix;
    private final Draw variantDraw;
    private final Draw sizeDraw;
    private final StackType[] variantTable = new StackType[1 << VARIANT_BITS];
    private final List<StackType> firstVariants = new ArrayList<>();

    /** @param budget USD a month, which some architectures ask for */
    Applications(Mix mix, Draw company, Distribution distribution, double budget) {
        this.mix = mix;
        variantDraw = company.of(Salt.VARIANT);
        sizeDraw = company.of(Salt.STACK_SIZE);
        fill(distribution, budget);
    }

    /** The architecture of an application. */
    public StackType variant(long stack) {
        if (stack < 2) {
            return mix.landingAnchors();
        }
        if (stack == 2) {
            return mix.landingCore();
        }
        if (stack - 3 < firstVariants.size()) {
            return firstVariants.get((int) (stack - 3));
        }
        return variantTable[(int) (variantDraw.bits(stack) >>> (64 - VARIANT_BITS))];
    }

    /** How large an application is, heavy-tailed; at least 1, about 64 for the median in production. */
    public long size(long stack, SubAccount account) {
        double size = 64 * Tail.APPLICATION.factor(sizeDraw.bits(stack)) * account.environment().size();
        long largest = account.environment() == Environment.PRODUCTION ? LARGEST_SIZE : LARGEST_TRIAL;
        return Math.min(largest, (long) size + 1);
    }

    /**
     * The first applications are what a company of this budget has once, then of every architecture in turn, the likeliest
     * first; later ones are drawn by weight.
     */
    private void fill(Distribution distribution, double budget) {
        List<StackType> variants = mix.variants();
        int total = 0;
        for (StackType variant : variants) {
            total += variant.architecture().weight(distribution);
        }
        int place = 0;
        int cumulated = 0;
        for (StackType variant : variants) {
            cumulated += variant.architecture().weight(distribution);
            int end = (int) ((long) variantTable.length * cumulated / total);
            while (place < end) {
                variantTable[place++] = variant;
            }
        }
        firstVariants.addAll(variants);
        firstVariants.sort((a, b) -> Integer.compare(b.architecture().weight(distribution),
                a.architecture().weight(distribution)));
        firstVariants.removeIf(variant -> variant.architecture().weight(distribution) == 0);
        for (StackType variant : variants) {
            if (variant.architecture().isOnce() && variant.architecture().from() <= budget) {
                firstVariants.add(0, variant);
            }
        }
    }
}
