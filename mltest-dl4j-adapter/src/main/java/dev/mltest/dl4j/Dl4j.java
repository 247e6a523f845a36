package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Where users of Deeplearning4j start. */
public final class Dl4j {

    private Dl4j() {}

    /**
     * Starts the description of a model. Loss and updater are those of its configuration.
     *
     * @param name for messages and reports
     * @param network makes a {@code MultiLayerNetwork} or a {@code ComputationGraph} from a seed, a
     *     new one on every call; it is initialised if it is not yet
     */
    public static Dl4jModelBuilder model(
            String name, LongFunction<? extends NeuralNetwork> network) {
        return new Dl4jModelBuilder(name, network);
    }

    /**
     * Starts the description of a SameDiff graph. Its training configuration says which
     * placeholders a batch's inputs and targets fill, in their order.
     *
     * @param name for messages and reports
     * @param graph makes a graph from a seed, a new one with a new training configuration on every
     *     call; ND4J's generator, which draws initial weights, is seeded before
     */
    public static SameDiffModelBuilder sameDiff(String name, LongFunction<SameDiff> graph) {
        return new SameDiffModelBuilder(name, graph);
    }

    /** All examples of a DL4J data set, copied, with their masks. */
    public static Dataset data(DataSet dataSet) {
        return Dataset.of(batch(dataSet));
    }

    /** All examples of a DL4J data set, copied, with their masks. */
    public static Dataset data(MultiDataSet dataSet) {
        return Dataset.of(batch(dataSet));
    }

    /** All examples an iterator yields from its start to its end, copied; it is reset before. */
    public static Dataset data(DataSetIterator iterator) {
        List<Batch> parts = new ArrayList<>();
        if (iterator.resetSupported()) {
            iterator.reset();
        }
        iterator.forEachRemaining(part -> parts.add(batch(part)));
        return Dataset.of(Joined.of(parts));
    }

    /** All examples an iterator yields from its start to its end, copied; it is reset before. */
    public static Dataset data(MultiDataSetIterator iterator) {
        List<Batch> parts = new ArrayList<>();
        if (iterator.resetSupported()) {
            iterator.reset();
        }
        iterator.forEachRemaining(part -> parts.add(batch(part)));
        return Dataset.of(Joined.of(parts));
    }

    /** A batch of DL4J arrays, copied: input {@code input}, target {@code target}, their masks. */
    public static Batch batch(DataSet dataSet) {
        return new BatchReader()
                .inputs(dataSet.getFeatures())
                .targets(dataSet.getLabels())
                .inputMasks(dataSet.getFeaturesMaskArray())
                .targetMasks(dataSet.getLabelsMaskArray())
                .read();
    }

    /**
     * A batch of DL4J arrays, copied, with their masks. A single input is named {@code input},
     * several {@code input1}, {@code input2} and on; targets likewise.
     */
    public static Batch batch(MultiDataSet dataSet) {
        return new BatchReader()
                .inputs(dataSet.getFeatures())
                .targets(dataSet.getLabels())
                .inputMasks(dataSet.getFeaturesMaskArrays())
                .targetMasks(dataSet.getLabelsMaskArrays())
                .read();
    }

    /**
     * A batch as DL4J takes it, with its masks: for a training loop of your own that is declared to
     * mltest. Floating-point numbers are in ND4J's default type.
     */
    public static MultiDataSet dataSet(Batch batch) {
        Upload upload = new Upload(
                "a declared training loop",
                Nd4j.defaultFloatingPointType(),
                batch.inputs().size(),
                batch.targets().size());
        return upload.dataSet(batch);
    }

    /** Outputs, copied, under the names that mltest gives them. */
    public static NamedTensors outputs(INDArray... outputs) {
        return Names.outputs(outputs);
    }
}
