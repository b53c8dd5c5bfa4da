package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.EditedTables;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.organisation.Environment;

/** The tables of when things are used. */
class LoadTablesTest {

    private static final TableSource BUILT_IN = TableSource.plain(LoadShape.class);

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            load-shapes.csv; public,30|22|; public,30|; hours; 23 numbers instead of 24
            load-shapes.csv; public,30|22|; public,0|22|; hours; 0 is not within 1 to 1000
            load-shapes.csv; public,30|22|; public,x|22|; hours; x is not a whole number
            load-shapes.csv; shop,24|; flat,24|; shape; flat stands twice
            load-shapes.csv; 106,100,5,9; 106,100,31,9; noise; 31 is not within 0 to 30
            load-shapes.csv; 106,100,5,9; 106,100,5,-1; release; -1 is not within 0 to 365
            load-shapes.csv; 106,100,5,9; 106,0,5,9; month_end; 0 is not within 1 to 500
            load-kinds.csv; saas,,office,batch; saas,,offices,batch; office; offices is not in load-shapes.csv
            load-kinds.csv; saas,,office,batch; landing,,office,batch; kind; landing stands twice
            load-kinds.csv; job,,build,job; work,,build,job; kind; there is no job
            """)
    void aBrokenLineIsRefused(String file, String find, String replacement, String column, String problem) {
        EditedTables broken = new EditedTables(BUILT_IN, file, find, replacement);

        CatalogException refusal = catchThrowableOfType(CatalogException.class, () -> {
            LoadShape.read(broken);
            Loads.read(broken);
        });

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.file()).isEqualTo(file);
        assertThat(refusal.column()).isEqualTo(column);
    }

    /** Peak days raise a shape, so that shapes of users may be nobody else's. */
    @Test
    void nothingElseFollowsTheShapesOfUsers() {
        for (Loads loads : Loads.read(BUILT_IN).values()) {
            assertThat(Stream.of(loads.web(), loads.office(), loads.night()).filter(Objects::nonNull))
                    .noneMatch(Business::bringsUsers);
        }
        assertThat(LoadShape.all().stream().filter(Business::bringsUsers)).contains(LoadShape.PUBLIC)
                .hasSize(1 + (int) Stream.of(Business.values()).filter(Business::isOpen).count());
    }

    @Test
    void onlyProductionHasUsers() {
        Loads shop = Loads.of("web-shop");
        assertThat(shop.shape(LoadPattern.WEB, Business.MEDIA, Environment.PRODUCTION))
                .isEqualTo(Business.MEDIA.load());
        assertThat(shop.shape(LoadPattern.WEB, Business.MEDIA, Environment.STAGING)).hasToString("office");
        assertThat(shop.shape(LoadPattern.FLAT, Business.MEDIA, Environment.PRODUCTION)).isEqualTo(LoadShape.FLAT);
        assertThat(Loads.of("iot").shape(LoadPattern.WEB, Business.MEDIA, Environment.PRODUCTION))
                .hasToString("devices");
        assertThat(Loads.of("storage-backup").shape(LoadPattern.NIGHT, Business.MEDIA, Environment.PRODUCTION))
                .hasToString("backup");
    }

    @Test
    void whatDoesNotExistHasNoShape() {
        assertThatThrownBy(() -> Loads.of("castle")).hasMessageContaining("castle");
        assertThatThrownBy(() -> LoadShape.of("round")).hasMessageContaining("round");
    }

    /** What an application is for stands in its name, else in its unit's; any other name has a business, too. */
    @Test
    void anApplicationHasABusiness() {
        Draw draw = new Draw(1);
        assertThat(Business.of("storefront", "", draw)).isEqualTo(Business.COMMERCE);
        assertThat(Business.of("quick-buy-engine", "Data", draw)).isEqualTo(Business.COMMERCE);
        assertThat(Business.of("web-ledger-2", "Media", draw)).isEqualTo(Business.FINANCE);
        assertThat(Business.of("zeppelin", "Media", draw)).isEqualTo(Business.MEDIA);
        assertThat(List.of("zeppelin", "abacus", "harp", "kite", "anvil", "lantern", "mirror", "cello").stream()
                .map(name -> Business.of(name, "Dept 7", draw)).distinct().count()).isGreaterThan(2);
    }

    @Test
    void eachFieldOfWorkHasItsBusiness() {
        assertThat(Business.values()).hasSameSizeAs(Vocabulary.FIELDS);
    }
}
