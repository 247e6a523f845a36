package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies what DL4J keeps in arrays side by side into a batch of named tensors. */
final class BatchReader {

    private NamedTensors inputs = NamedTensors.none();
    private NamedTensors targets = NamedTensors.none();
    private NamedTensors masks = NamedTensors.none();

    BatchReader inputs(@Nullable INDArray @Nullable ... arrays) {
        inputs = named("input", arrays);
        if (inputs.isEmpty()) {
            throw new ConfigurationException(
                    "the DL4J data set has no features; give it at least two examples");
        }
        return this;
    }

    BatchReader targets(@Nullable INDArray @Nullable ... arrays) {
        targets = named("target", arrays);
        return this;
    }

    BatchReader inputMasks(@Nullable INDArray @Nullable ... arrays) {
        masks(inputs, arrays);
        return this;
    }

    BatchReader targetMasks(@Nullable INDArray @Nullable ... arrays) {
        masks(targets, arrays);
        return this;
    }

    private void masks(NamedTensors masked, @Nullable INDArray @Nullable ... arrays) {
        for (int i = 0; arrays != null && i < arrays.length; i++) {
            INDArray mask = arrays[i];
            if (mask != null) {
                masks = masks.with(masked.names().get(i), HeapValues.of(mask));
            }
        }
    }

    Batch read() {
        return new Batch(inputs, targets, masks);
    }

    private static NamedTensors named(String name, @Nullable INDArray @Nullable ... arrays) {
        NamedTensors named = NamedTensors.none();
        for (int i = 0; arrays != null && i < arrays.length; i++) {
            INDArray array = arrays[i];
            if (array != null) {
                named = named.with(Names.numbered(name, i, arrays.length), HeapValues.of(array));
            }
        }
        return named;
    }
}
