package io.focusgen.encode.parquet;

import java.util.List;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

import io.focusgen.focus.OutputColumn;

/** What columns are in a Parquet file: every one of them optional, since FOCUS makes nullability depend on the row. */
final class ParquetTypes {

    /** Digits of every decimal number: the most that common readers take. */
    static final int PRECISION = 38;

    /** Decimals of every decimal number: no product of a price and a quantity has more. */
    static final int SCALE = 20;

    /** Bytes that hold {@link #PRECISION} digits. */
    static final int DECIMAL_BYTES = 16;

    private static final String MESSAGE = "focus";

    private ParquetTypes() {
    }

    /** The schema of these columns, in their order. */
    static MessageType schema(List<OutputColumn> columns) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (OutputColumn column : columns) {
            switch (column.type()) {
                case TEXT -> schema.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType())
                        .named(column.id());
                case JSON -> schema.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.jsonType())
                        .named(column.id());
                case DECIMAL -> schema.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY).length(DECIMAL_BYTES)
                        .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION)).named(column.id());
                case DATE_TIME -> schema.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(column.id());
            }
        }
        return schema.named(MESSAGE);
    }
}
