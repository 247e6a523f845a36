package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Independence.examplesMix;
import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.initializer.NormalInitializer;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Faults of the layers and of their first weights. */
final class ImageArchitectureFaults {

    private ImageArchitectureFaults() {}

    /** DL4J's dense layers take rows only: it flattens by itself. */
    @Fault(
            value = "AR04",
            at = {"flatten*", "head**", "output*"})
    static Edit notFlattened() {
        return Edit.of(new DjlCnn() {
                    @Override
                    Layers classifier(Layers layers) {
                        return layers.add("dropout", dropout()).add("head", head());
                    }
                })
                .shownBy(Behaviour.axesOfTheOutput().isAbove(2));
    }

    @Fault(value = "AR05", at = "flatten*")
    static Edit flattenedAcrossExamples() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block flatten() {
                                return new LambdaBlock(
                                        maps -> new NDList(columns(maps.singletonOrThrow())));
                            }

                            private NDArray columns(NDArray maps) {
                                return maps.reshape(-1, maps.size(0)).transpose();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            InputPreProcessor flatten() {
                                return new FlattenAcross();
                            }
                        })
                .shownBy(examplesMix());
    }

    @Fault(
            value = "AR55",
            at = {"conv1**", "input*"})
    static Edit stridesOverPixels() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block conv1() {
                                return Conv2d.builder()
                                        .setFilters(FILTERS)
                                        .setKernelShape(new Shape(1, 1))
                                        .optStride(new Shape(2, 2))
                                        .optBias(false)
                                        .build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer conv1() {
                                return new ConvolutionLayer.Builder(1, 1)
                                        .stride(2, 2)
                                        .nOut(FILTERS)
                                        .hasBias(false)
                                        .build();
                            }
                        })
                .shownBy(Behaviour.unreadPlaces().isAbove(0.5));
    }

    @Fault(
            value = "IN04",
            at = {"conv**", "dense**", "head**"})
    static Edit tinyWeightsInTenLayers() {
        return Edit.of(
                        new DjlDeepCnn() {
                            @Override
                            public Block block() {
                                Block block = super.block();
                                block.setInitializer(
                                        new NormalInitializer(1e-4f), Parameter.Type.WEIGHT);
                                return block;
                            }
                        },
                        new Dl4jDeepCnn() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed)
                                        .weightInit(new NormalDistribution(0, 1e-4));
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "AR72",
            at = {"symmetric*", "mirror*", "input*", "output*"})
    static Edit turnedUpsideDownInPlaceOfMirrored() {
        return Edit.of(
                        new DjlMirrored() {
                            @Override
                            int mirroredAxis() {
                                return 2;
                            }
                        },
                        new Dl4jMirrored() {
                            @Override
                            int mirroredAxis() {
                                return 2;
                            }
                        })
                .shownBy(Behaviour.movementUnderReflection().isAbove(1e-5));
    }
}
