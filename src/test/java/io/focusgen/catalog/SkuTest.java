package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkuTest {

    @ParameterizedTest
    @CsvSource({"disk-p80-lrs, DiskSpace, 32767", "disk-e1-lrs, DiskSpace, 4", "disk-e1-lrs, Disk, 0",
            "disk-e1-lrs, DiskType, 0", "vm-d64s-v5, MemorySize, 256", "pg-storage, DiskSpace, 0"})
    void wholeNumbersOfItsDetailsCanBeRead(String key, String detail, int value) {
        Sku sku = Catalog.of(Provider.of("azure")).skus().stream().filter(some -> some.key().equals(key)).findFirst()
                .orElseThrow();

        assertThat(sku.wholeDetail(detail)).isEqualTo(value);
    }
}
