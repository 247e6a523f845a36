package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Correct programs with unusual layers. */
final class ImageNetworkCorrect {

    private ImageNetworkCorrect() {}

    @Correct("C29")
    static Edit unusualShapeOfTheNetwork() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers features(Layers layers) {
                                return layers.add("conv1", convolution(FILTERS, 5))
                                        .add("norm1", norm())
                                        .add("act1", activation())
                                        .add("act2", activation())
                                        .add("pool1", pool())
                                        .add("conv2", convolution(FILTERS / 2, 3))
                                        .add("norm2", norm())
                                        .add("act3", activation())
                                        .add("pool2", pool());
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain features(Chain layers) {
                                return layers.add("conv1", convolution(FILTERS, 5))
                                        .add("norm1", norm())
                                        .add("act1", activation())
                                        .add("act2", activation())
                                        .add("pool1", pool())
                                        .add("conv2", convolution(FILTERS / 2, 3))
                                        .add("norm2", norm())
                                        .add("act3", activation())
                                        .add("pool2", pool());
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C37")
    static Edit classMapsAveraged() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers classifier(Layers layers) {
                                return layers.add("maps", convolution(Images.CLASSES, 1))
                                        .add("average", Pool.globalAvgPool2dBlock());
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain classifier(Chain layers) {
                                return layers.add("maps", convolution(Images.CLASSES, 1))
                                        .add("average", new GlobalPoolingLayer(PoolingType.AVG))
                                        .add(
                                                "classes",
                                                new LossLayer.Builder(LossFunction.MCXENT)
                                                        .activation(new ActivationSoftmax())
                                                        .build());
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C39")
    static Edit depthwiseThenPointwise() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers features(Layers layers) {
                                return super.features(layers)
                                        .add("depthwise", depthwise())
                                        .add("pointwise", convolution(FILTERS, 1))
                                        .add("norm3", norm())
                                        .add("act3", activation());
                            }

                            private Block depthwise() {
                                return Conv2d.builder()
                                        .setFilters(FILTERS)
                                        .setKernelShape(new Shape(3, 3))
                                        .optPadding(new Shape(1, 1))
                                        .optGroups(FILTERS)
                                        .build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain features(Chain layers) {
                                return super.features(layers)
                                        .add("depthwise", depthwise())
                                        .add("pointwise", convolution(FILTERS, 1))
                                        .add("norm3", norm())
                                        .add("act3", activation());
                            }

                            private Layer depthwise() {
                                return new DepthwiseConvolution2D.Builder(3, 3)
                                        .padding(1, 1)
                                        .nOut(FILTERS)
                                        .build();
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C40")
    static Edit leakyAndAveragePooled() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Block activation() {
                                return Activation.leakyReluBlock(0.1f);
                            }

                            @Override
                            Block pool() {
                                return Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2));
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer activation() {
                                return new ActivationLayer(new ActivationLReLU(0.1));
                            }

                            @Override
                            Layer pool() {
                                return new SubsamplingLayer.Builder(
                                                SubsamplingLayer.PoolingType.AVG)
                                        .kernelSize(2, 2)
                                        .stride(2, 2)
                                        .build();
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C61")
    static Edit tenLayersWithoutNormalisation() {
        return Edit.of(new DjlDeepCnn(), new Dl4jDeepCnn()).shownBy(learns());
    }
}
