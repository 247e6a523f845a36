package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Faults of the layers and what is between them. */
final class NetworkFaults {

    private NetworkFaults() {}

    @Fault(
            value = "AR01",
            at = {"head*", "output*"})
    static Edit oneSigmoidForThreeClasses() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block head() {
                                return dense(1);
                            }

                            @Override
                            public Loss loss() {
                                return Loss.sigmoidBinaryCrossEntropyLoss();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head()
                                        .nOut(1)
                                        .activation(Activation.SIGMOID)
                                        .lossFunction(LossFunction.XENT);
                            }

                            @Override
                            protected Batch convert(Batch batch) {
                                ArrayTensor column =
                                        batch.target().reshaped(Shape.of(batch.size(), 1));
                                return batch.withTargets(NamedTensors.of("target", column));
                            }
                        })
                .shownBy(NetworkOracles.outputsAreTooFew());
    }

    @Fault(value = "AR03", at = "hidden2*")
    static Edit bottleneckOfOneUnit() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            int secondWidth() {
                                return 1;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            int secondWidth() {
                                return 1;
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "AC01",
            at = {"act*", "hidden*"})
    static Edit softmaxInTheHiddenLayers() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block activation() {
                                return softmax();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            Activation activation() {
                                return Activation.SOFTMAX;
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "AC02",
            at = {"act*", "hidden*"})
    static Edit noActivation() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block activation() {
                                return Blocks.identityBlock();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            Activation activation() {
                                return Activation.IDENTITY;
                            }
                        })
                .shownBy(NetworkOracles.logitsAreAffine());
    }

    /** DL4J refuses it. */
    @Fault(
            value = "AC03",
            at = {"head*", "softmax*", "output*"})
    static Edit softmaxOnOneOutput() {
        return Edit.of(
                        new DjlBinary() {
                            @Override
                            public Layers block() {
                                return super.block().add("softmax", softmax());
                            }
                        },
                        new Dl4jBinary() {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head().activation(Activation.SOFTMAX);
                            }
                        })
                .shownBy(NetworkOracles.outputIsConstant());
    }

    @Fault(
            value = "AC04",
            at = {"head*", "relu*", "output*"})
    static Edit reluOnTheLogits() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Layers block() {
                                return super.block().add("relu", ai.djl.nn.Activation.reluBlock());
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ListBuilder output(ListBuilder layers) {
                                return activatedLogits(layers, Activation.RELU);
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "LO04",
            at = {"head*", "softmax*", "loss*", "output*"})
    static Edit softmaxTwice() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Layers block() {
                                return super.block().add("softmax", softmax());
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ListBuilder output(ListBuilder layers) {
                                return activatedLogits(layers, Activation.SOFTMAX);
                            }
                        })
                .shownBy(LossOracles.lossHasAFloor());
    }

    static Block softmax() {
        return LambdaBlock.singleton((NDArray scores) -> scores.softmax(-1), "softmax");
    }

    /** A dense layer with an activation of its own, and softmax behind it. */
    private static ListBuilder activatedLogits(ListBuilder layers, Activation activation) {
        return layers.layer(Dl4jMlp.dense("head", 24, 3).activation(activation).build())
                .layer(new LossLayer.Builder(LossFunction.MCXENT)
                        .name("loss")
                        .activation(Activation.SOFTMAX)
                        .build());
    }
}
