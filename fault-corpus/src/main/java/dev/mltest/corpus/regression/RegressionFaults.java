package dev.mltest.corpus.regression;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Faults of the regression's network, output and loss. */
final class RegressionFaults {

    private RegressionFaults() {}

    @Fault(
            value = "LB05",
            at = {"target*", "output*", "head*", "training data*"})
    static Edit powerInWattsForABoundedOutput() {
        return Edit.in(
                        new Wind() {
                            @Override
                            double target(Reading reading) {
                                return reading.watts();
                            }
                        },
                        DjlBounded::new,
                        Dl4jBounded::new)
                .shownBy(Measured.by(
                                "largest trained output, as a share of the largest target",
                                RegressionFaults::reach)
                        .isBelow(0.5));
    }

    private static double reach(Program program) {
        Batch batch = all(program.data().training());
        return largest(trainedOutputs(program, batch)) / largest(batch.target().toDoubles());
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static Batch all(Dataset dataset) {
        return dataset.examples(IntStream.range(0, dataset.size()).toArray());
    }

    private static double[] trainedOutputs(Program program, Batch batch) {
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            return run.predict(batch).first().toArray().toDoubles();
        }
    }

    @Fault(
            value = "AR11",
            at = {"hidden1*", "hidden2*", "head*", "hidden1/**", "head/**"})
    static Edit noBiases() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            boolean hasBias() {
                                return false;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            boolean hasBias() {
                                return false;
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "AC05",
            at = {"output*", "head*", "head/**"})
    static Edit sigmoidForTargetsBelowZero() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block head() {
                                return new Layers()
                                        .add("linear", dense(1))
                                        .add("sigmoid", Activation.sigmoidBlock());
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head()
                                        .activation(org.nd4j.linalg.activations.Activation.SIGMOID);
                            }
                        })
                .shownBy(Measured.by(
                                "smallest trained output for targets down to -1",
                                program -> Arrays.stream(trainedOutputs(
                                                program, all(program.data().training())))
                                        .min()
                                        .orElseThrow())
                        .isAbove(-0.1));
    }

    /** DL4J refuses this loss behind an output that is not bounded. */
    @Fault(value = "LO02", at = "loss*")
    static Edit crossEntropyForARegression() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return Loss.sigmoidBinaryCrossEntropyLoss();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ILossFunction loss() {
                                return new LossBinaryXENT();
                            }
                        })
                .shownBy(
                        Measured.by("loss after training", RegressionFaults::trainedLoss)
                                .isBelow(0));
    }

    private static double trainedLoss(Program program) {
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            return run.loss(all(program.data().validation()));
        }
    }

    /** DL4J refuses labels and outputs of different shapes. */
    @Fault(value = "LO07", at = "loss*")
    static Edit outputsInRowsMinusTargetsInOne() {
        return Edit.of(new DjlMlp() {
                    @Override
                    public Loss loss() {
                        return new Loss("squared error") {
                            @Override
                            public NDArray evaluate(NDList labels, NDList outputs) {
                                NDArray error = outputs.head().sub(labels.head());
                                return error.square().mean();
                            }
                        };
                    }
                })
                .shownBy(lossIsNotTheMean());
    }

    @Fault(value = "LO71", at = "loss*")
    static Edit lossAveragedTwice() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return new Loss("squared error") {
                                    @Override
                                    public NDArray evaluate(NDList labels, NDList outputs) {
                                        NDArray error = outputs.head()
                                                .reshape(labels.head().getShape())
                                                .sub(labels.head());
                                        return error.square().mean().div(error.size());
                                    }
                                };
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ILossFunction loss() {
                                return new AveragedTwice();
                            }
                        })
                .shownBy(lossIsNotTheMean());
    }

    /** DL4J averages over the batch by itself. */
    static final class AveragedTwice extends LossMSE {

        private static final long serialVersionUID = 1;

        @Override
        public double computeScore(
                INDArray labels,
                INDArray output,
                IActivation activation,
                INDArray mask,
                boolean average) {
            return super.computeScore(labels, output, activation, mask, average) / labels.size(0);
        }

        @Override
        public INDArray computeGradient(
                INDArray labels, INDArray output, IActivation activation, INDArray mask) {
            return super.computeGradient(labels, output, activation, mask).divi(labels.size(0));
        }
    }

    private static Oracle lossIsNotTheMean() {
        return Measured.by(
                        "loss of 8 examples against the mean of their losses, relative difference",
                        RegressionFaults::distanceFromMean)
                .isAbove(1e-3);
    }

    private static double distanceFromMean(Program program) {
        try (Run run = program.start(1)) {
            Batch batch = program.data().training().examples(0, 1, 2, 3, 4, 5, 6, 7);
            double mean = IntStream.range(0, 8)
                    .mapToDouble(row -> run.loss(batch.rows(row)))
                    .average()
                    .orElseThrow();
            return Math.abs(run.loss(batch) - mean) / mean;
        }
    }

    @Fault(
            value = "RN04",
            at = {"optimizer*", "training data*", "training*", "hidden*"})
    static Edit tinyDataWithoutPenalty() {
        return Edit.of(
                        new DjlTiny() {
                            @Override
                            float penalty() {
                                return 0;
                            }
                        },
                        new Dl4jTiny() {
                            @Override
                            double penalty() {
                                return 0;
                            }
                        })
                .shownBy(scoresLower());
    }
}
