package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

import java.util.stream.IntStream;

/** Faults of the loss and of the metric. */
final class LossFaults {

    private LossFaults() {}

    @Fault(
            value = "LO01",
            at = {"loss*", "head*"})
    static Edit squaredErrorOfProbabilities() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return new SquaredErrorOfSoftmax();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head().lossFunction(new LossMSE());
                            }
                        })
                .shownBy(scoresLower());
    }

    /** The mean squared difference between probabilities and one-hot classes. */
    private static final class SquaredErrorOfSoftmax extends Loss {

        SquaredErrorOfSoftmax() {
            super("squared-error");
        }

        @Override
        public NDArray evaluate(NDList labels, NDList predictions) {
            NDArray logits = predictions.singletonOrThrow();
            NDArray wanted =
                    labels.singletonOrThrow().oneHot((int) logits.getShape().size(1));
            return logits.softmax(1).sub(wanted).square().mean();
        }
    }

    @Fault(value = "LO03", at = "loss*")
    static Edit lossSummedOverTheBatch() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return new HandWrittenCrossEntropy() {
                                    @Override
                                    NDArray reduce(NDArray losses) {
                                        return losses.sum();
                                    }
                                };
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed).miniBatch(false);
                            }
                        })
                .shownBy(LossOracles.lossGrowsWithTheBatch());
    }

    /** DL4J's loss takes logits for probabilities only if told to: its softmax is in the layer. */
    @Fault(
            value = "LO05",
            at = {"loss*", "head*", "output*"})
    static Edit logitsWhereProbabilitiesAreMeant() {
        return Edit.of(new DjlMlp() {
                    @Override
                    public Loss loss() {
                        return Loss.softmaxCrossEntropyLoss("loss", 1, -1, true, false);
                    }
                })
                .shownBy(LossOracles.lossBecomesNegative());
    }

    /** DJL 0.35.1 forgets the minus in front of the cross-entropy of probabilities. */
    @Fault(value = "LO06", at = "loss*")
    static Edit signOfTheLossWrong() {
        return Edit.of(new DjlBinary(new Probability()) {
                    @Override
                    public Layers block() {
                        return super.block().add("sigmoid", Activation.sigmoidBlock());
                    }

                    @Override
                    public Loss loss() {
                        return Loss.sigmoidBinaryCrossEntropyLoss("loss", 1, true);
                    }
                })
                .shownBy(LossOracles.lossRewardsErrors());
    }

    /** The same task, learnt with probabilities. */
    private static final class Probability extends Binary {

        @Override
        public Task task() {
            return Task.binary().fromProbabilities();
        }
    }

    @Fault(value = "LO13", at = "loop*")
    static Edit largestOfOneColumn() {
        return Edit.in(
                        new Binary() {
                            @Override
                            public double score(NamedTensors outputs, Batch examples) {
                                ArrayTensor columns = outputs.first().toArray();
                                return IntStream.range(0, examples.size())
                                                .filter(row -> TrainedOracles.largest(columns, row)
                                                        == Rows.classOf(examples, row))
                                                .count()
                                        / (double) examples.size();
                            }
                        },
                        DjlBinary::new,
                        Dl4jBinary::new)
                .shownBy(TrainedOracles.metricIsConstant());
    }
}
