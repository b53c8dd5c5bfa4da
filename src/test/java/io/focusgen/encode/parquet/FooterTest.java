package io.focusgen.encode.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.OutputColumn;
import io.focusgen.stream.Format;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.DuckDb;
import io.focusgen.testing.Request;

/**
 * What the footer says, read by parquet-java: the schema, where row groups are, and for each column of each of them the least
 * and the greatest value and how many there are not, as the rows of CSV have them.
 */
class FooterTest {

    private static final Request REQUEST = Request.rows(150_000).hourly().month("2026-02").seed(7);
    private static final int TAIL = 8;
    private static final long MICROS = 1_000_000L;

    @TempDir
    Path folder;

    private static byte[] bytes(byte[] file) {
        ByteBuffer tail = ByteBuffer.wrap(file, file.length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        return Arrays.copyOfRange(file, file.length - TAIL - length, file.length - TAIL);
    }

    @Test
    void encodingsAreInOneOrder() throws IOException {
        byte[] footer = bytes(Bytes.of(REQUEST.withRows(3_000), Format.PARQUET).toArray());

        Util.readFileMetaData(new ByteArrayInputStream(footer)).getRow_groups()
                .forEach(group -> group.getColumns().forEach(column -> {
                    assertThat(column.getMeta_data().getEncodings()).hasSizeGreaterThan(1).isSorted();
                    assertThat(column.getMeta_data().getEncoding_stats()).isSorted();
                }));
    }

    @Test
    void everyGroupIsDescribedAsItIs() throws IOException, SQLException {
        byte[] file = Bytes.of(REQUEST, Format.PARQUET).toArray();
        ParquetMetadata footer = new ParquetMetadataConverter().readParquetMetadata(
                new ByteArrayInputStream(bytes(file)), ParquetMetadataConverter.NO_FILTER);
        List<OutputColumn> columns = REQUEST.spec().columns();
        assertThat(footer.getFileMetaData().getSchema()).isEqualTo(ParquetTypes.schema(columns));
        assertThat(footer.getBlocks()).hasSizeGreaterThan(1);
        assertThat(footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum())
                .isEqualTo(REQUEST.spec().rows());
        Path csv = Files.write(folder.resolve("c.csv"), Bytes.of(REQUEST).toArray());
        try (Connection database = DuckDb.connect(); Statement statement = database.createStatement()) {
            statement.execute("create table c as select row_number() over () - 1 as row, * from read_csv('" + csv
                    + "', all_varchar=true, nullstr='', header=true, delim=',', quote='\"', escape='\"')");
            long first = 0;
            for (BlockMetaData group : footer.getBlocks()) {
                String where = " from c where row >= " + first + " and row < " + (first + group.getRowCount());
                for (int i = 0; i < columns.size(); i++) {
                    compare(columns.get(i), group.getColumns().get(i), where, group.getRowCount(), statement);
                }
                first += group.getRowCount();
            }
        }
    }

    private static void compare(OutputColumn column, ColumnChunkMetaData chunk, String where, long rows,
            Statement statement) throws SQLException {
        Statistics<?> said = chunk.getStatistics();
        assertThat(chunk.getPath().toDotString()).isEqualTo(column.id());
        assertThat(chunk.getValueCount()).isEqualTo(rows);
        String text = "\"" + column.id() + '"';
        String value = column.type() == ColumnType.DECIMAL ? "cast(" + text + " as decimal(38,20))" : text;
        try (ResultSet answer = statement.executeQuery("select cast(min(" + value + ") as varchar), cast(max(" + value
                + ") as varchar), count(*) filter (where " + text + " is null)" + where)) {
            answer.next();
            assertThat(said.getNumNulls()).as(column.id()).isEqualTo(answer.getLong(3));
            List<String> expected = new ArrayList<>();
            expected.add(answer.getString(1));
            expected.add(answer.getString(2));
            if (expected.contains(null)) {
                assertThat(said.hasNonNullValue()).as(column.id()).isFalse();
            } else {
                compare(column, said, expected);
            }
        }
    }

    private static void compare(OutputColumn column, Statistics<?> said, List<String> expected) {
        List<byte[]> bytes = List.of(said.getMinBytes(), said.getMaxBytes());
        for (int i = 0; i < bytes.size(); i++) {
            String text = expected.get(i);
            switch (column.type()) {
                case DECIMAL -> assertThat(new BigDecimal(new BigInteger(bytes.get(i)), ParquetTypes.SCALE))
                        .as(column.id()).isEqualByComparingTo(new BigDecimal(text));
                case DATE_TIME -> assertThat(ByteBuffer.wrap(bytes.get(i)).order(ByteOrder.LITTLE_ENDIAN).getLong())
                        .as(column.id()).isEqualTo(Instant.parse(text).getEpochSecond() * MICROS);
                case TEXT, JSON -> assertThat(new String(bytes.get(i), StandardCharsets.UTF_8)).as(column.id())
                        .isEqualTo(text);
            }
        }
    }
}
