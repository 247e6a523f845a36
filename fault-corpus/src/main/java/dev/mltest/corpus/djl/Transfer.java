package dev.mltest.corpus.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers between the heap and DJL. A mask follows the tensors that it masks. */
final class Transfer {

    private Transfer() {}

    static NDList inputs(NDManager manager, Batch batch) {
        return list(manager, batch.inputs(), batch.masks());
    }

    static NDList labels(NDManager manager, Batch batch) {
        return list(manager, batch.targets(), batch.masks());
    }

    static Shape[] inputShapes(Batch batch) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return inputs(manager, batch).getShapes();
        }
    }

    private static NDList list(NDManager manager, NamedTensors tensors, NamedTensors masks) {
        NDList list = new NDList();
        tensors.asMap().forEach((name, tensor) -> list.add(array(manager, tensor.toArray())));
        tensors.names().stream()
                .filter(masks.names()::contains)
                .forEach(name -> list.add(array(manager, masks.get(name).toArray())));
        return list;
    }

    static NDArray array(NDManager manager, ArrayTensor tensor) {
        Shape shape = new Shape(tensor.shape().sizes());
        return tensor.elementType().isFloating()
                ? manager.create(tensor.toFloats(), shape)
                : manager.create(tensor.toLongs(), shape);
    }

    static NamedTensors outputs(NDList list) {
        Map<String, ArrayTensor> outputs = new LinkedHashMap<>();
        for (NDArray array : list) {
            outputs.put(
                    list.size() == 1 ? "output" : "output" + (outputs.size() + 1), tensor(array));
        }
        return NamedTensors.copyOf(outputs);
    }

    static ArrayTensor tensor(NDArray array) {
        double[] values = array.getDataType() == DataType.FLOAT32
                ? widened(array.toFloatArray())
                : Arrays.stream(array.toArray())
                        .mapToDouble(Number::doubleValue)
                        .toArray();
        return ArrayTensor.of(
                ElementType.FLOAT32,
                dev.mltest.model.Shape.of(array.getShape().getShape()),
                values);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
