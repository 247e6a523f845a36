package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.dataset.RandomAccessDataset;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;

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

    /**
     * What a model sees of a batch, masks behind what they mask: for a training loop of your own
     * that is declared to mltest.
     *
     * @param manager owns the arrays, which the caller frees
     */
    public static NDList inputs(NDManager manager, Batch batch) {
        return new Upload(manager, false).inputs(batch);
    }

    /** What a loss compares with, likewise. */
    public static NDList labels(NDManager manager, Batch batch) {
        return new Upload(manager, false).labels(batch);
    }

    /** Outputs, copied, under the names that mltest gives them. */
    public static NamedTensors outputs(NDList outputs) {
        return Outputs.named("output", outputs, HeapValues::of);
    }
}
