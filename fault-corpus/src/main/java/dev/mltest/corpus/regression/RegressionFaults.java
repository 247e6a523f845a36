package dev.mltest.corpus.regression;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.conf.layers.OutputLayer;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Faults of the regression's network and output. */
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

    static Batch all(Dataset dataset) {
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
