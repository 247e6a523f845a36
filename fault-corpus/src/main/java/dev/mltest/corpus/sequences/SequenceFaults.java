package dev.mltest.corpus.sequences;

import static dev.mltest.corpus.oracle.Independence.examplesMix;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.LookAhead;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.Padding;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Faults of the LSTM. */
final class SequenceFaults {

    private SequenceFaults() {}

    @Fault(
            value = "AR09",
            at = {"lstm*", "lstm/**", "head*", "mask*"})
    static Edit lastPaddedStep() {
        return Edit.of(
                        new DjlLstm() {
                            @Override
                            NDArray summary(NDArray states, NDArray mask) {
                                return states.get(":, -1");
                            }
                        },
                        new Dl4jLstm() {
                            @Override
                            protected Batch convert(Batch batch) {
                                Batch converted = super.convert(batch);
                                return new Batch(converted.inputs(), converted.targets());
                            }
                        })
                .shownBy(Padding.movesPredictions());
    }

    @Fault(
            value = "LO09",
            at = {"loss*", "mask*"})
    static Edit paddedStepsCount() {
        return Edit.of(
                        new DjlTagger() {
                            @Override
                            public Loss loss() {
                                return new StepLoss() {
                                    @Override
                                    NDArray total(NDArray losses, NDArray mask) {
                                        return losses.sum(new int[] {1}).mean();
                                    }
                                };
                            }
                        },
                        new Dl4jTagger() {
                            @Override
                            NamedTensors masks(Batch batch) {
                                return NamedTensors.none();
                            }
                        })
                .shownBy(Padding.movesTheLoss());
    }

    @Fault(
            value = "TL09",
            at = {"lstm*", "serving*"})
    static Edit stateKept() {
        return Edit.of(new Dl4jTagger() {
                    @Override
                    void startAnew(MultiLayerNetwork network) {}
                })
                .shownBy(Measured.by(
                                "largest difference between two predictions of the same series",
                                SequenceFaults::differenceWhenRepeated)
                        .isAbove(1e-5));
    }

    @Fault(
            value = "AR63",
            at = {"lstm*", "lstm/**"})
    static Edit lastStepOfBothDirections() {
        return Edit.of(
                        new DjlBidirectional() {
                            @Override
                            NDArray summary(NDArray states, NDArray mask) {
                                return last(states, mask);
                            }
                        },
                        new Dl4jBidirectional() {
                            @Override
                            ListBuilder summary(ListBuilder layers) {
                                return layers.layer(last());
                            }
                        })
                .shownBy(Measured.by(
                                "largest gradient of the recurrent weights that gets least",
                                SequenceFaults::smallestRecurrentGradient)
                        .isBelow(1e-9));
    }

    private static double smallestRecurrentGradient(Program program) {
        try (Run run = program.start(1)) {
            return run.gradients(rows(program, 32)).entrySet().stream()
                    .filter(entry -> entry.getKey().matches(".*(h2h_WEIGHT|RW)"))
                    .mapToDouble(entry -> largest(entry.getValue()))
                    .min()
                    .orElse(0);
        }
    }

    private static double largest(ArrayTensor values) {
        return Arrays.stream(values.toDoubles()).map(Math::abs).max().orElse(0);
    }

    private static Batch rows(Program program, int count) {
        return program.data().training().examples(IntStream.range(0, count).toArray());
    }

    private static double differenceWhenRepeated(Program program) {
        try (Run run = program.start(1)) {
            Batch rows = rows(program, 8);
            return Distance.between(run.predict(rows), run.predict(rows));
        }
    }

    /** DL4J has one layout, in which axis 0 is the batch. */
    @Fault(
            value = "AR61",
            at = {"lstm*", "lstm/**"})
    static Edit batchTakenForTime() {
        return Edit.of(new DjlLstm() {
                    @Override
                    Block recurrent() {
                        return LSTM.builder()
                                .setStateSize(UNITS)
                                .setNumLayers(1)
                                .optBatchFirst(false)
                                .build();
                    }
                })
                .shownBy(examplesMix());
    }

    @Fault(
            value = "AR69",
            at = {"conv*", "conv/**", "output*"})
    static Edit convolutionPaddedOnBothSides() {
        return Edit.of(
                        new DjlConvolution() {
                            @Override
                            int ahead() {
                                return 1;
                            }
                        },
                        new Dl4jConvolution() {
                            @Override
                            ConvolutionMode mode() {
                                return ConvolutionMode.Same;
                            }
                        })
                .shownBy(LookAhead.movesPredictions());
    }

    /** DL4J divides by the number of series. */
    @Fault(
            value = "LO73",
            at = {"loss*", "mask*"})
    static Edit dividedByAllSteps() {
        return Edit.of(new DjlTagger() {
                    @Override
                    public Loss loss() {
                        return new StepLoss() {
                            @Override
                            NDArray total(NDArray losses, NDArray mask) {
                                return losses.mul(mask).mean();
                            }
                        };
                    }
                })
                .shownBy(Padding.movesTheLoss());
    }
}
