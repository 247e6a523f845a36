package dev.mltest.corpus.tabular;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M1 for two classes in DL4J: one unit with sigmoid. */
class Dl4jBinary extends Dl4jMlp {

    Dl4jBinary() {
        this(new Binary());
    }

    Dl4jBinary(Binary data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jBinary();
    }

    @Override
    protected Task task() {
        return Task.binary().fromProbabilities();
    }

    /** The data judges logits. */
    @Override
    protected double score(NamedTensors outputs, Batch examples) {
        return super.score(
                outputs.map((name, output) ->
                        output.toArray().map(share -> Math.log(share / (1 - share)))),
                examples);
    }

    @Override
    OutputLayer.Builder head() {
        return new OutputLayer.Builder(LossFunction.XENT)
                .name("head")
                .nIn(24)
                .nOut(1)
                .activation(Activation.SIGMOID);
    }
}
