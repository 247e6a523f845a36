package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.nio.ByteBuffer;

/** Values on their way between an engine's memory and the heap. */
final class HeapValues {

    private HeapValues() {}

    /** A copy of the array's values. */
    static ArrayTensor of(NDArray array) {
        ElementType type = ElementTypes.of(array.getDataType());
        Shape shape = Shapes.of(array.getShape());
        return type == ElementType.FLOAT32
                ? ArrayTensor.ofFloats(shape, array.toFloatArray())
                : ArrayTensor.of(type, shape, doubles(array));
    }

    /** The array's values as doubles, row-major. */
    static double[] doubles(NDArray array) {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        if (array.getDataType() == DataType.FLOAT32 || array.getDataType() == DataType.FLOAT16) {
            return widened(array.toFloatArray());
        }
        return integers(array.toByteBuffer(), array.getDataType());
    }

    private static double[] widened(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double[] integers(ByteBuffer bytes, DataType type) {
        double[] doubles = new double[bytes.remaining() / type.getNumOfBytes()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = switch (type) {
                case INT32 -> bytes.getInt();
                case INT64 -> bytes.getLong();
                case UINT8 -> bytes.get() & 0xFF;
                default -> bytes.get();
            };
        }
        return doubles;
    }

    /** Writes the tensor's values into a buffer in the format of a data type. */
    static void write(ArrayTensor tensor, DataType type, ByteBuffer into) {
        for (int i = 0; i < tensor.length(); i++) {
            double value = tensor.get(i);
            switch (type) {
                case FLOAT32 -> into.putFloat((float) value);
                case FLOAT64 -> into.putDouble(value);
                case INT32 -> into.putInt((int) value);
                case INT64 -> into.putLong((long) value);
                default -> into.put((byte) (int) value);
            }
        }
    }
}
