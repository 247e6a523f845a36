package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.dataset.RandomAccessDataset;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import java.util.function.Supplier;

/** Where users of the Deep Java Library start. */
public final class Djl {

    private Djl() {}

    /**
     * Starts the description of a model.
     *
     * @param name for messages and reports
     * @param block makes the model's block, a new one on every call
     */
    public static DjlModelBuilder model(String name, Supplier<? extends Block> block) {
        return new DjlModelBuilder(name, block);
    }

    /**
     * Starts the description of a model that only predicts: TorchScript, or an engine without
     * training.
     *
     * @param name for messages and reports
     * @param loader loads the model, anew on every call; mltest closes it
     */
    public static DjlPredictorBuilder predictor(String name, ModelLoader loader) {
        return new DjlPredictorBuilder(name, loader);
    }

    /**
     * A DJL data set. Its pipelines and batchifiers are applied, its sampler is not: mltest draws
     * the examples itself.
     */
    public static Dataset data(RandomAccessDataset dataset) {
        return new DjlDataset(dataset);
    }

    /**
     * A batch of DJL arrays, copied. A single input is named {@code input}, several {@code input1},
     * {@code input2} and on; targets likewise.
     */
    public static Batch batch(NDList data, NDList labels) {
        return new Batch(
                Outputs.named("input", data, HeapValues::of),
                Outputs.named("target", labels, HeapValues::of));
    }

    /** A batch of one input and one target. */
    public static Batch batch(NDArray data, NDArray labels) {
        return batch(new NDList(data), new NDList(labels));
    }
}
