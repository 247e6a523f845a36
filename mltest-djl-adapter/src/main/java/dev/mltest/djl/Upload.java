package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;

/**
 * Carries batches to the device. Masks follow what they mask: those of inputs come after the
 * inputs, those of targets after the targets.
 */
final class Upload {

    private final NDManager manager;
    private final boolean inDoublePrecision;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /**
     * An upload.
     *
     * @param manager owns the arrays
     * @param inDoublePrecision whether floating-point values become double precision
     */
    Upload(NDManager manager, boolean inDoublePrecision) {
        this.manager = manager;
        this.inDoublePrecision = inDoublePrecision;
    }

    /** What the model sees. */
    NDList inputs(Batch batch) {
        return withMasks(batch.inputs(), batch.masks());
    }

    /** What the loss compares the outputs with. */
    NDList labels(Batch batch) {
        return withMasks(batch.targets(), batch.masks());
    }

    /** Shapes of what the model sees. */
    static Shape[] inputShapes(Batch batch) {
        Stream<Tensor> inputs = batch.inputs().asMap().values().stream();
        Stream<Tensor> masks = masksOf(batch.inputs(), batch.masks()).map(batch.masks()::get);
        return Stream.concat(inputs, masks)
                .map(tensor -> Shapes.of(tensor.shape()))
                .toArray(Shape[]::new);
    }

    private static Stream<String> masksOf(NamedTensors tensors, NamedTensors masks) {
        return tensors.names().stream().filter(masks.names()::contains);
    }

    private NDList withMasks(NamedTensors tensors, NamedTensors masks) {
        NDList list = new NDList(tensors.size());
        tensors.asMap().forEach((name, tensor) -> list.add(named(name, tensor.toArray())));
        masksOf(tensors, masks)
                .forEach(name -> list.add(named(name + "Mask", masks.get(name).toArray())));
        return list;
    }

    private NDArray named(String name, ArrayTensor tensor) {
        NDArray array = array(tensor);
        array.setName(name);
        return array;
    }

    /** One tensor, in memory that the engine allocated itself. */
    NDArray array(ArrayTensor tensor) {
        DataType type = type(tensor);
        ByteBuffer bytes = bufferOf(tensor.length() * type.getNumOfBytes());
        HeapValues.write(tensor, type, bytes);
        bytes.flip();
        try (NDArray view = manager.create(bytes, Shapes.of(tensor.shape()), type)) {
            return view.duplicate();
        }
    }

    private DataType type(ArrayTensor tensor) {
        return inDoublePrecision && tensor.elementType().isFloating()
                ? DataType.FLOAT64
                : ElementTypes.of(tensor.elementType());
    }

    private ByteBuffer bufferOf(int bytes) {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        buffer.clear();
        return buffer;
    }
}
