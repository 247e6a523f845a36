package dev.mltest.corpus.dl4j;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.dl4j.Dl4j;
import dev.mltest.dl4j.Dl4jModelBuilder;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.List;

/** A program as a user of Deeplearning4j writes it; a carrier fills in the network. */
public abstract class Dl4jProgram extends Program {

    private final Data data;

    /** A program that learns from this. */
    protected Dl4jProgram(Data data) {
        this.data = data;
    }

    /** The network with its loss and updater, new on every call; initialised or not. */
    public abstract NeuralNetwork network(long seed);

    /** What the program is for, as DL4J's own loss wants the outputs: probabilities. */
    protected abstract Task task();

    /** One step of the training loop. */
    public void fit(NeuralNetwork network, MultiDataSet batch) {
        Networks.fit(network, batch);
    }

    /** How the program predicts. */
    public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
        return Networks.outputs(network, batch, false);
    }

    /** A batch of the data as DL4J takes it: classes as one-hot rows, unless overridden. */
    protected Batch convert(Batch batch) {
        return OneHot.targets(data.task(), batch);
    }

    @Override
    public final Engine engine() {
        return Engine.DL4J;
    }

    @Override
    public Data data() {
        return data;
    }

    @Override
    public Run start(long seed) {
        return new Dl4jRun(this, network(seed));
    }

    @Override
    public final List<Layer> layers() {
        return LayerList.of(network(0));
    }

    @Override
    public ModelUnderTest described() {
        return description().build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().build();
    }

    /** The description with what is declared of every program, for a carrier to add to. */
    protected final Dl4jModelBuilder declaration() {
        return declare(description());
    }

    /** The description that is handed to mltest, for a carrier to start with. */
    protected Dl4jModelBuilder description() {
        return Dl4j.model(NAME, this::network)
                .task(task())
                .trainingData(converted(data.training()))
                .validationData(converted(data.validation()))
                .batchSize(data.batchSize());
    }

    private Dataset converted(Dataset dataset) {
        return new Dataset() {
            @Override
            public int size() {
                return dataset.size();
            }

            @Override
            public Batch examples(int... indices) {
                return convert(dataset.examples(indices));
            }
        };
    }
}
