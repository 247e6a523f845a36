package dev.mltest.corpus.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

import java.util.stream.IntStream;

/** Faults of the regression's loss. */
final class RegressionLossFaults {

    private RegressionLossFaults() {}

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
                .shownBy(Measured.by("loss after training", RegressionLossFaults::trainedLoss)
                        .isBelow(0));
    }

    private static double trainedLoss(Program program) {
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            return run.loss(RegressionFaults.all(program.data().validation()));
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
                        RegressionLossFaults::distanceFromMean)
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
}
