package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.pooling.Pool;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Correct programs that train unusually. */
final class ImageTrainingCorrect {

    private ImageTrainingCorrect() {}

    /** DL4J has no step that accumulates. */
    @Correct("C14")
    static Edit gradientsAccumulate() {
        return Edit.of(new DjlAccumulating()).shownBy(learns());
    }

    /** The features of a picture are averaged, as is usual where such rates are. */
    @Correct("C24")
    static Edit gradientDescentAtRateOneHalf() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            public double learningRate() {
                                return 0.5;
                            }

                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.sgd()
                                        .setLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .build();
                            }

                            @Override
                            Layers classifier(Layers layers) {
                                return layers.add("average", Pool.globalAvgPool2dBlock())
                                        .add("head", head());
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            public double learningRate() {
                                return 0.5;
                            }

                            @Override
                            IUpdater updater() {
                                return new Sgd(learningRate());
                            }

                            @Override
                            Chain classifier(Chain layers) {
                                return layers.add(
                                                "average", new GlobalPoolingLayer(PoolingType.AVG))
                                        .add("head", head());
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C43")
    static Edit weightDecay() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.adamW()
                                        .optLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .optWeightDecays(0.01f)
                                        .build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed).weightDecay(0.01);
                            }
                        })
                .shownBy(learns());
    }
}
