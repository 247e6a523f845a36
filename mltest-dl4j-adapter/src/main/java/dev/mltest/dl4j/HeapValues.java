package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values on their way between ND4J's memory and the heap. */
final class HeapValues {

    private HeapValues() {}

    /**
     * A copy of the array's values, row-major whatever order the array is in.
     *
     * @throws ConfigurationException if its memory is not its own any more
     */
    static ArrayTensor of(INDArray array) {
        requireInScope(array);
        ElementType type = ElementTypes.of(array.dataType());
        Shape shape = Shape.of(array.shape());
        if (array.isEmpty()) {
            return ArrayTensor.of(type, shape);
        }
        return type == ElementType.FLOAT32
                ? ArrayTensor.ofFloats(shape, copied(array).asFloats())
                : ArrayTensor.of(type, shape, copied(array).asDoubles());
    }

    /** ND4J itself looks only now and then, and otherwise reads what is there by now. */
    private static void requireInScope(INDArray array) {
        if (!array.isAttached()) {
            return;
        }
        MemoryWorkspace workspace = array.data().getParentWorkspace();
        boolean isOutdated = array.data().getGenerationId() != workspace.getGenerationId();
        if (isOutdated || !workspace.isScopeActive()) {
            throw new ConfigurationException(
                    "an array of shape %s was made in the workspace '%s', which has been left since; call detach() on it while the workspace is open"
                            .formatted(Shape.of(array.shape()), workspace.getId()));
        }
    }

    /** A new array, outside every workspace, with the tensor's values. */
    static INDArray array(ArrayTensor tensor, DataType type) {
        long[] shape = tensor.shape().sizes();
        return Outside.workspaces(
                () -> Nd4j.create(tensor.toDoubles(), shape, strides(shape), 'c', type));
    }

    private static long[] strides(long... shape) {
        return Nd4j.getStrides(shape, 'c');
    }

    /** The values of an array as a plain vector that nothing changes any more. */
    static INDArray vector(INDArray array) {
        return Outside.workspaces(() -> array.dup('c'));
    }

    private static Copied copied(INDArray array) {
        return new Copied(array);
    }

    /** A row-major copy that is freed once it is read. */
    private record Copied(INDArray array) {

        float[] asFloats() {
            INDArray copy = vector(array);
            float[] values = copy.data().asFloat();
            copy.close();
            return values;
        }

        double[] asDoubles() {
            INDArray copy = vector(array);
            double[] values = copy.data().asDouble();
            copy.close();
            return values;
        }
    }
}
