package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Independence.examplesMix;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;

import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Loop;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.stream.IntStream;

/** Training mode and inference mode mixed up. */
final class ImageModeFaults {

    private ImageModeFaults() {}

    /** In DL4J the program predicts in training mode. */
    @Fault(
            value = "TE01",
            at = {"dropout*", "serving*", "loop*"})
    static Edit dropoutAlwaysActive() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block dropout() {
                                return new LambdaBlock(values ->
                                        Dropout.dropout(values.singletonOrThrow(), dropRate()));
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
                                return ((ComputationGraph) network)
                                        .output(true, batch.getFeatures());
                            }
                        })
                .shownBy(Behaviour.unrestOfPredictions().isAbove(0));
    }

    /** In DL4J the program predicts in training mode; its network has no dropout. */
    @Fault(
            value = "TE02",
            at = {"norm**", "serving*", "loop*"})
    static Edit batchStatisticsAtInference() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block norm() {
                                return new DjlBatchNorm();
                            }
                        },
                        new Dl4jUndropped() {
                            @Override
                            public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
                                return ((ComputationGraph) network)
                                        .output(true, batch.getFeatures());
                            }
                        })
                .shownBy(examplesMix());
    }

    @Fault(value = "TE03", at = "norm**")
    static Edit runningStatisticsNeverUpdated() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block norm() {
                                return BatchNorm.builder().optMomentum(1f).build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer norm() {
                                return new BatchNormalization.Builder().decay(1).build();
                            }
                        })
                .shownBy(Behaviour.movementOfStatistics().isBelow(1e-6));
    }

    /** DL4J's fit always trains in training mode. */
    @Fault(
            value = "TE55",
            at = {"loop*", "norm**"})
    static Edit trainedInInferenceMode() {
        return Edit.of(new DjlCnn() {
                    @Override
                    public double step(Trainer trainer, NDList inputs, NDList labels) {
                        double before;
                        try (GradientCollector collector = trainer.newGradientCollector()) {
                            NDList outputs = trainer.evaluate(inputs);
                            NDArray loss = trainer.getLoss().evaluate(labels, outputs);
                            before = loss.getFloat();
                            collector.backward(loss);
                        }
                        trainer.step();
                        return before;
                    }
                })
                .shownBy(Behaviour.movementOfStatistics().isBelow(1e-6));
    }

    @Fault(value = "TE56", at = "dropout*")
    static Edit keptValuesNotScaledUp() {
        return Edit.of(
                        new DjlHalfDropped() {
                            @Override
                            Block dropout() {
                                return new DjlPlainDropout(0.5f);
                            }
                        },
                        new Dl4jHalfDropped() {
                            @Override
                            Layer dropout() {
                                return new DropoutLayer(new Dl4jPlainDropout(0.5));
                            }
                        })
                .shownBy(Behaviour.scaleInTraining().isBelow(0.75));
    }

    /** DL4J leaves running statistics alone whenever it predicts. */
    @Fault(
            value = "TE57",
            at = {"loop*", "norm**"})
    static Edit validatedInTrainingMode() {
        Loop loop = new Loop() {
            @Override
            protected double validate(Program program, Run run) {
                Dataset validation = program.data().validation();
                run.trainingOutputs(validation.examples(
                        IntStream.range(0, validation.size()).toArray()));
                return super.validate(program, run);
            }
        };
        return Edit.of(new DjlCnn().trainedBy(loop))
                .shownBy(Movement.whileValidating().isAbove(0));
    }
}
