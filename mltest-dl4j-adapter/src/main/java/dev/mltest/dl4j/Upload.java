package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.List;

/**
 * Carries batches to a network.
 *
 * @param model name for messages
 * @param type of the network; everything is converted to it
 * @param inputs how many the network takes
 * @param outputs how many the network has
 */
record Upload(String model, DataType type, int inputs, int outputs) {

    /**
     * A batch with its targets.
     *
     * @throws ConfigurationException if the numbers of tensors do not fit the network
     */
    Feed whole(Batch batch) {
        requireCount("output", outputs, "target", batch.targets());
        return new Feed(
                inputs(batch),
                arrays(batch.targets()),
                masks(batch, batch.inputs()),
                masks(batch, batch.targets()));
    }

    /** A batch without its targets. */
    Feed inputsOf(Batch batch) {
        return new Feed(inputs(batch), new INDArray[0], masks(batch, batch.inputs()), null);
    }

    private INDArray[] inputs(Batch batch) {
        requireCount("input", inputs, "input", batch.inputs());
        return arrays(batch.inputs());
    }

    /** A batch with its targets, freed by whoever it is given to. */
    MultiDataSet dataSet(Batch batch) {
        return new MultiDataSet(
                inputs(batch),
                arrays(batch.targets()),
                masks(batch, batch.inputs()),
                masks(batch, batch.targets()));
    }

    INDArray[] arrays(NamedTensors tensors) {
        return tensors.asMap().values().stream()
                .map(tensor -> HeapValues.array(tensor.toArray(), type))
                .toArray(INDArray[]::new);
    }

    private @Nullable INDArray @Nullable [] masks(Batch batch, NamedTensors masked) {
        List<String> names = masked.names();
        if (names.stream().noneMatch(batch.masks().names()::contains)) {
            return null;
        }
        INDArray[] masks = new INDArray[names.size()];
        for (int i = 0; i < masks.length; i++) {
            if (batch.masks().names().contains(names.get(i))) {
                masks[i] = HeapValues.array(batch.masks().get(names.get(i)).toArray(), type);
            }
        }
        return masks;
    }

    private void requireCount(String ofNetwork, int needed, String ofBatch, NamedTensors given) {
        if (given.size() != needed) {
            throw new ConfigurationException(
                    "model '%s': the network has %d %s%s, but the batch has %d %s%s: %s"
                            .formatted(
                                    model,
                                    needed,
                                    ofNetwork,
                                    needed == 1 ? "" : "s",
                                    given.size(),
                                    ofBatch,
                                    given.size() == 1 ? "" : "s",
                                    given.names()));
        }
    }
}
