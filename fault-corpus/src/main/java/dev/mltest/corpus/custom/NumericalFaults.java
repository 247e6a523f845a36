package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.NotNumbers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;

import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.Map;

/** Faults that only show at the limits of single precision. */
final class NumericalFaults {

    private NumericalFaults() {}

    @Fault(value = "NU01", at = "loss*")
    static Edit softmaxByPlainExponentials() {
        return Edit.of(
                        new DjlPrototypes() {
                            @Override
                            public Loss loss() {
                                return new NearestPrototype() {
                                    @Override
                                    NDArray logProbabilities(NDArray logits) {
                                        return logits.sub(logits.exp()
                                                .sum(new int[] {1}, true)
                                                .log());
                                    }
                                };
                            }
                        },
                        new Dl4jPrototypes() {
                            @Override
                            ILossFunction loss() {
                                return new PlainExponentials();
                            }
                        })
                .shownBy(lossOverflowsWhen("prototypes/", 50));
    }

    /** The softmax as the formula has it. */
    static final class PlainExponentials extends NearestPrototypeLoss {

        private static final long serialVersionUID = 1;

        @Override
        INDArray logProbabilities(INDArray logits) {
            return logits.subColumnVector(Transforms.log(Transforms.exp(logits).sum(true, 1)));
        }
    }

    @Fault(value = "NU02", at = "loss*")
    static Edit logarithmOfAProbability() {
        return Edit.of(
                        new DjlPrototypes() {
                            @Override
                            public Loss loss() {
                                return new NearestPrototype() {
                                    @Override
                                    NDArray logProbabilities(NDArray logits) {
                                        return logits.softmax(1).log();
                                    }
                                };
                            }
                        },
                        new Dl4jPrototypes() {
                            @Override
                            ILossFunction loss() {
                                return new UnguardedLogarithm();
                            }
                        })
                .shownBy(lossOverflowsWhen("prototypes/", 50));
    }

    /** The logarithm of what may have become 0. */
    static final class UnguardedLogarithm extends NearestPrototypeLoss {

        private static final long serialVersionUID = 1;

        @Override
        INDArray logProbabilities(INDArray logits) {
            return Transforms.log(Transforms.softmax(logits));
        }
    }

    @Fault(
            value = "NU71",
            at = {"act*", "embed1*"})
    static Edit softplusByItsDefinition() {
        return Edit.of(
                        new DjlPrototypes() {
                            @Override
                            Block activation() {
                                return new Softplus() {
                                    @Override
                                    NDArray apply(NDArray x) {
                                        return x.exp().add(1).log();
                                    }
                                };
                            }
                        },
                        new Dl4jPrototypes() {
                            @Override
                            IActivation activation() {
                                return new PlainSoftplus();
                            }
                        })
                .shownBy(lossOverflowsWhen("embed1/", 100));
    }

    /** Overflows where the exponential does. */
    static final class PlainSoftplus extends SoftplusFunction {

        private static final long serialVersionUID = 1;

        @Override
        INDArray value(INDArray x) {
            return Transforms.log(Transforms.exp(x).add(1));
        }
    }

    /** The loss stops being a number when the weights of a layer are so many times as large. */
    private static Oracle lossOverflowsWhen(String layer, double times) {
        return Measured.by(
                        "loss with the weights of %s times %.0f".formatted(layer, times),
                        program -> lossWith(program, layer, times))
                .isAbove(1e7);
    }

    private static double lossWith(Program program, String layer, double times) {
        try (Run run = program.start(1)) {
            Map<String, ArrayTensor> weights = run.parameters();
            weights.forEach((name, weight) -> {
                if (name.startsWith(layer)) {
                    run.assign(name, weight.map(value -> value * times));
                }
            });
            return run.loss(program.data().training().examples(0, 1, 2, 3, 4, 5, 6, 7));
        }
    }

    @Fault(
            value = "NU03",
            at = {"distance*", "output*", "loss*"})
    static Edit rootOfZero() {
        return Edit.of(
                        new DjlPairs() {
                            @Override
                            NDArray distance(NDArray first, NDArray second) {
                                return first.sub(second)
                                        .square()
                                        .sum(new int[] {1}, true)
                                        .sqrt();
                            }
                        },
                        new Dl4jPairs() {
                            @Override
                            L2Vertex distance() {
                                return new L2Vertex(0);
                            }
                        })
                .shownBy(NotNumbers.afterTraining());
    }
}
