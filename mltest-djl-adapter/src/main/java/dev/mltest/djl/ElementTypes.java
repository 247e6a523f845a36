package dev.mltest.djl;

import ai.djl.ndarray.types.DataType;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;

/**
 * DJL's data types and mltest's. What has no counterpart is refused before the engine sees it: some
 * types make the native code end the JVM.
 */
final class ElementTypes {

    private ElementTypes() {}

    /**
     * The element type of values that DJL computed.
     *
     * @throws ConfigurationException if mltest has none
     */
    static ElementType of(DataType type) {
        return switch (type) {
            case FLOAT16 -> ElementType.FLOAT16;
            case FLOAT32 -> ElementType.FLOAT32;
            case FLOAT64 -> ElementType.FLOAT64;
            case INT8 -> ElementType.INT8;
            case INT32 -> ElementType.INT32;
            case INT64 -> ElementType.INT64;
            case UINT8 -> ElementType.UINT8;
            case BOOLEAN -> ElementType.BOOLEAN;
            default ->
                throw new ConfigurationException(
                        "DJL's data type %s has no counterpart in mltest; convert it to FLOAT32, FLOAT64, INT32, INT64, INT8, UINT8 or BOOLEAN"
                                .formatted(type));
        };
    }

    /**
     * The data type in which values of this type are handed to DJL.
     *
     * @throws ConfigurationException if there is none
     */
    static DataType of(ElementType type) {
        return switch (type) {
            case FLOAT32 -> DataType.FLOAT32;
            case FLOAT64 -> DataType.FLOAT64;
            case INT8 -> DataType.INT8;
            case INT32 -> DataType.INT32;
            case INT64 -> DataType.INT64;
            case UINT8 -> DataType.UINT8;
            case BOOLEAN -> DataType.BOOLEAN;
            case FLOAT16 ->
                throw new ConfigurationException(
                        "DJL takes no FLOAT16 data from the heap; give the data as FLOAT32 and let the model convert it");
        };
    }
}
