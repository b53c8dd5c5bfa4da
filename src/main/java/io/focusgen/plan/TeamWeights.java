package io.focusgen.plan;

import java.util.Arrays;
import java.util.List;

import io.focusgen.estate.Company;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.Tally;
import io.focusgen.estate.Team;

/**
 * What the resources of each team weigh, and the factors by which that is changed so that teams spend by their own weights.
 * Applications are heavy-tailed: without this, whoever has the largest one has most of the bill. The factors change money
 * alone; which resources there are stays as it is.
 */
final class TeamWeights {

    /** The factor that changes nothing. */
    static final long EVEN = 1024;

    /** No team's resources are made larger than this, or as much smaller. */
    private static final long MOST = EVEN * EVEN;

    private static final int ROUNDS = 80;

    private final List<Team> teams;
    private final int[] teamOf;
    private final int tiered;
    private final int pools;
    private final double[][] core;
    private final double[][] shorts;
    private final double[][] tiers;
    private final double[] reserved;
    private final double[] spend;
    private final long[] factors;
    private final double shortPart;

    /** @param shortPart of a class's money, that its short-lived resources get where it has both kinds */
    TeamWeights(Company company, double shortPart) {
        this.shortPart = shortPart;
        teams = company.organisation().teams();
        List<SubAccount> accounts = company.organisation().accounts();
        teamOf = new int[accounts.size()];
        for (SubAccount account : accounts) {
            teamOf[account.index()] = teams.indexOf(account.team());
        }
        tiered = company.mix().tiered().size();
        pools = LineClass.COUNT;
        core = new double[pools][teams.size()];
        shorts = new double[pools][teams.size()];
        tiers = new double[tiered][teams.size()];
        reserved = new double[teams.size()];
        spend = new double[teams.size()];
        factors = new long[teams.size()];
        Arrays.fill(factors, EVEN);
    }

    /** Adds the resources of a cohort. */
    void add(SubAccount account, Tally tally) {
        int team = teamOf[account.index()];
        for (int i = 0; i < pools; i++) {
            core[i][team] += tally.weight(i);
        }
        for (int t = 0; t < tiered; t++) {
            tiers[t][team] += tally.tierWeight(t);
        }
        reserved[team] += tally.reservedWeight();
        spend[team] += tally.spendWeight();
    }

    /** Adds a short-lived resource. */
    void addShort(SubAccount account, int moneyClass, long weight) {
        shorts[moneyClass][teamOf[account.index()]] += weight;
    }

    /** What the weights of an account's resources are multiplied with, 1 to {@link #EVEN}²; {@link #EVEN} at first. */
    long factor(SubAccount account) {
        return factors[teamOf[account.index()]];
    }

    /**
     * Finds the factors by which every team gets its part of the money, as near as what it runs allows.
     *
     * @param company whose tiered SKUs these are
     * @param money what each money class gets, in any unit
     * @param covered what usage under a reservation gets, in the same unit
     * @param planned what usage under a savings plan gets
     */
    void balance(Company company, double[] money, double covered, double planned) {
        double[] factor = new double[teams.size()];
        Arrays.fill(factor, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] got = got(company, money, covered, planned, factor);
            double all = 0;
            double wanted = 0;
            for (int team = 0; team < factor.length; team++) {
                all += got[team];
                wanted += got[team] > 0 ? teams.get(team).weight() : 0;
            }
            for (int team = 0; team < factor.length; team++) {
                if (got[team] > 0) {
                    factor[team] *= teams.get(team).weight() / wanted * all / got[team];
                }
            }
        }
        double level = level(factor);
        for (int team = 0; team < factor.length; team++) {
            factors[team] = Math.max(1, Math.min(MOST, Math.round(EVEN * factor[team] / level)));
        }
    }

    /** What the core's meters of a money class weigh, all teams together. */
    long weight(int moneyClass) {
        return weighed(core[moneyClass]);
    }

    /** What the short-lived resources' meters of a money class weigh. */
    long shortWeight(int moneyClass) {
        return weighed(shorts[moneyClass]);
    }

    private long weighed(double[] weights) {
        double sum = 0;
        for (int team = 0; team < weights.length; team++) {
            sum += weights[team] * factors[team];
        }
        return (long) sum;
    }

    /** The middle between the largest and the smallest factor, so that the bounds cut as little as can be. */
    private static double level(double[] factor) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double value : factor) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return StrictMath.sqrt(least * most);
    }

    /** What each team gets at these factors. */
    private double[] got(Company company, double[] money, double covered, double planned, double[] factor) {
        double[] got = new double[factor.length];
        for (int i = 0; i < pools; i++) {
            double inTiers = 0;
            for (int t = 0; t < tiered; t++) {
                inTiers += company.mix().tieredClass(t) == i ? sum(tiers[t], factor) : 0;
            }
            double inCore = sum(core[i], factor);
            double tierMoney = inTiers == 0 ? 0 : Amounts.TIERED_PART * money[i] * inTiers / (inTiers + inCore);
            for (int t = 0; t < tiered; t++) {
                if (company.mix().tieredClass(t) == i && inTiers > 0) {
                    deal(tierMoney * sum(tiers[t], factor) / inTiers, tiers[t], factor, got);
                }
            }
            double inShorts = sum(shorts[i], factor);
            double shortPart = inShorts == 0 ? 0 : inCore == 0 ? 1 : this.shortPart;
            deal((money[i] - tierMoney) * (1 - shortPart), core[i], factor, got);
            deal((money[i] - tierMoney) * shortPart, shorts[i], factor, got);
        }
        deal(covered, reserved, factor, got);
        deal(planned, spend, factor, got);
        return got;
    }

    private static double sum(double[] weights, double[] factor) {
        double sum = 0;
        for (int team = 0; team < weights.length; team++) {
            sum += weights[team] * factor[team];
        }
        return sum;
    }

    private static void deal(double money, double[] weights, double[] factor, double[] got) {
        double sum = sum(weights, factor);
        for (int team = 0; team < weights.length && sum > 0; team++) {
            got[team] += money * weights[team] * factor[team] / sum;
        }
    }
}
