package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** Correct programs with unusual dropout and normalisation. */
final class ImageNormCorrect {

    private ImageNormCorrect() {}

    @Correct("C04")
    static Edit halfIsDropped() {
        return Edit.of(new DjlHalfDropped(), new Dl4jHalfDropped()).shownBy(learns());
    }

    @Correct("C05")
    static Edit quickRunningStatistics() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block norm() {
                                return BatchNorm.builder().optMomentum(0.5f).build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer norm() {
                                return new BatchNormalization.Builder()
                                        .decay(0.5)
                                        .build();
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C06")
    static Edit biasBeforeNormalisation() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block convolution(int filters, int size) {
                                return Conv2d.builder()
                                        .setFilters(filters)
                                        .setKernelShape(new Shape(size, size))
                                        .optPadding(new Shape(size / 2, size / 2))
                                        .build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer convolution(int filters, int size) {
                                return new ConvolutionLayer.Builder(size, size)
                                        .padding(size / 2, size / 2)
                                        .nOut(filters)
                                        .build();
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C30")
    static Edit normalisationBeforeTheHead() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers classifier(Layers layers) {
                                return layers.add("flatten", flatten())
                                        .add("norm3", norm())
                                        .add("head", head());
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain classifier(Chain layers) {
                                return layers.add("flatten", new PreprocessorVertex(flatten()))
                                        .add("norm3", norm())
                                        .add("head", head());
                            }
                        })
                .shownBy(learns());
    }

    /** DL4J normalises no maps so: there it is a dense layer that is normalised. */
    @Correct("C38")
    static Edit layerNormalisation() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block norm() {
                                return LayerNorm.builder().build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain classifier(Chain layers) {
                                Layer hidden = new DenseLayer.Builder()
                                        .nOut(16)
                                        .hasLayerNorm(true)
                                        .activation(new ActivationReLU())
                                        .build();
                                return layers.add("flatten", new PreprocessorVertex(flatten()))
                                        .add("hidden", hidden)
                                        .add("head", head());
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C42")
    static Edit slowRunningStatistics() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block norm() {
                                return BatchNorm.builder().optMomentum(0.97f).build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer norm() {
                                return new BatchNormalization.Builder()
                                        .decay(0.97)
                                        .build();
                            }
                        })
                .shownBy(learns());
    }
}
