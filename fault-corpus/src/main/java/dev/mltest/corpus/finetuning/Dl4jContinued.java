package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.nd4j.linalg.learning.config.Sgd;

/** A trained model that goes on learning with a tiny rate, in DL4J. */
final class Dl4jContinued extends Dl4jProgram {

    Dl4jContinued() {
        super(new Source(96, 2));
    }

    @Override
    public Program twin() {
        return new Dl4jContinued();
    }

    @Override
    public double learningRate() {
        return 1e-6;
    }

    @Override
    protected Task task() {
        return Task.classification(Source.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new TransferLearning.Builder(Dl4jBackbone.pretrained())
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .seed(seed)
                        .updater(new Sgd(learningRate()))
                        .build())
                .build();
    }
}
