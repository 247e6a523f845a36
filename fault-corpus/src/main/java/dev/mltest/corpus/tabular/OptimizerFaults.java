package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.oracle.Steps;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Faults of the optimiser. */
final class OptimizerFaults {

    private OptimizerFaults() {}

    @Fault(value = "OP01", at = "optimizer*")
    static Edit learningRateFarTooLarge() {
        return learningRate(1).shownBy(scoresLower());
    }

    @Fault(value = "OP02", at = "optimizer*")
    static Edit learningRateFarTooSmall() {
        return learningRate(1e-7).shownBy(scoresLower());
    }

    @Fault(value = "OP10", at = "optimizer*")
    static Edit learningRateNegative() {
        return learningRate(-0.01).shownBy(Steps.raiseTheLoss());
    }

    private static Edit.Edited learningRate(double rate) {
        return Edit.of(
                new DjlMlp() {
                    @Override
                    public double learningRate() {
                        return rate;
                    }
                },
                new Dl4jMlp() {
                    @Override
                    public double learningRate() {
                        return rate;
                    }
                });
    }

    @Fault(value = "OP06", at = "optimizer*")
    static Edit plainDescentAtTheRateOfAdam() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.sgd()
                                        .setLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .build();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            IUpdater updater() {
                                return new Sgd(learningRate());
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(value = "OP51", at = "optimizer*")
    static Edit decayRatesSwapped() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.adam()
                                        .optLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .optBeta1(0.999f)
                                        .optBeta2(0.9f)
                                        .build();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            IUpdater updater() {
                                return new Adam(learningRate(), 0.999, 0.9, 1e-8);
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "RN01",
            at = {"optimizer*", "hidden*/**", "head/**"})
    static Edit penaltyOutweighsTheData() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.adam()
                                        .optLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .optWeightDecays(1)
                                        .build();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed).l2(1);
                            }
                        })
                .shownBy(scoresLower());
    }
}
