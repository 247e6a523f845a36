package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;

import org.nd4j.linalg.api.buffer.DataType;

/** ND4J's data types and mltest's. */
final class ElementTypes {

    private ElementTypes() {}

    /**
     * The element type of values in an ND4J array.
     *
     * @throws ConfigurationException if mltest has none
     */
    static ElementType of(DataType type) {
        return switch (type) {
            case HALF -> ElementType.FLOAT16;
            case FLOAT -> ElementType.FLOAT32;
            case DOUBLE -> ElementType.FLOAT64;
            case BYTE -> ElementType.INT8;
            case UBYTE -> ElementType.UINT8;
            case INT -> ElementType.INT32;
            case LONG -> ElementType.INT64;
            case BOOL -> ElementType.BOOLEAN;
            default ->
                throw new ConfigurationException(
                        "ND4J's data type %s has no counterpart in mltest; convert it to FLOAT, DOUBLE, HALF, INT, LONG, BYTE, UBYTE or BOOL"
                                .formatted(type));
        };
    }
}
