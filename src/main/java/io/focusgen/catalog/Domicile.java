package io.focusgen.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A country that companies are at home in: a line of {@code domiciles.csv}. A company pays the tax of its own country on
 * the bills of every provider, wherever what it runs is.
 *
 * @param country ISO 3166-1, two letters
 * @param area the part of the world that it is in: where the company is at home with a provider that has no region there
 * @param weight share of the companies, relative
 * @param tax as on the invoice
 * @param percent of the taxed costs
 * @param utcOffset hours that its clocks are ahead of UTC in winter, -12 to 14; a half is rounded down, and summer time is left
 *     out, so that every day has 24 hours
 */
public record Domicile(String country, Area area, int weight, String tax, BigDecimal percent, int utcOffset) {

    private static final String FILE = "domiciles.csv";

    private static final List<Domicile> ALL = read(TableSource.plain(Domicile.class));

    static List<Domicile> read(TableSource source) {
        List<Domicile> domiciles = new ArrayList<>();
        for (Table.Row row : Table.read(source, FILE, "country", "area", "weight", "tax", "percent", "utc_offset")
                .rows()) {
            String country = country(row);
            if (domiciles.stream().anyMatch(other -> other.country.equals(country))) {
                throw row.refuse("country", country + " stands twice");
            }
            Price percent = row.price("percent");
            if (percent.isZero() || percent.toDouble() >= 100) {
                throw row.refuse("percent", "must be above 0 and below 100");
            }
            domiciles.add(new Domicile(country, row.choice("area", Area.class), row.whole("weight", 1, 1_000),
                    row.text("tax"), percent.decimal(), row.whole("utc_offset", -12, 14)));
        }
        return List.copyOf(domiciles);
    }

    /** A country's code in a cell. */
    static String country(Table.Row row) {
        String country = row.text("country");
        if (!country.matches("[A-Z]{2}")) {
            throw row.refuse("country", country + " is not two capital letters");
        }
        return country;
    }

    /** All, at least one. */
    public static List<Domicile> all() {
        return ALL;
    }

    /** The one in whose part of all weights {@code unit} in [0, 1) lies. */
    public static Domicile at(double unit) {
        int total = ALL.stream().mapToInt(Domicile::weight).sum();
        double left = unit * total;
        for (Domicile domicile : ALL) {
            left -= domicile.weight;
            if (left < 0) {
                return domicile;
            }
        }
        return ALL.get(ALL.size() - 1);
    }
}
