package dev.mltest.corpus.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;

/** Numbers between the heap and ND4J. */
final class Transfer {

    private Transfer() {}

    static MultiDataSet batch(Batch batch) {
        return new MultiDataSet(
                arrays(batch.inputs()),
                arrays(batch.targets()),
                masks(batch, batch.inputs()),
                masks(batch, batch.targets()));
    }

    private static INDArray[] arrays(NamedTensors tensors) {
        return tensors.asMap().values().stream()
                .map(tensor -> array(tensor.toArray()))
                .toArray(INDArray[]::new);
    }

    private static @Nullable INDArray @Nullable [] masks(Batch batch, NamedTensors masked) {
        List<String> names = masked.names();
        if (names.stream().noneMatch(batch.masks().names()::contains)) {
            return null;
        }
        INDArray[] masks = new INDArray[names.size()];
        for (int i = 0; i < masks.length; i++) {
            if (batch.masks().names().contains(names.get(i))) {
                masks[i] = array(batch.masks().get(names.get(i)).toArray());
            }
        }
        return masks;
    }

    static INDArray array(ArrayTensor tensor) {
        return Nd4j.createFromArray(tensor.toFloats())
                .reshape('c', tensor.shape().sizes());
    }

    static ArrayTensor tensor(INDArray array) {
        double[] values = array.dup('c').data().asDouble();
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(array.shape()), values);
    }
}
