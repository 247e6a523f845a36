package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

import java.util.Map;

/** Correct tabular classifiers: what they minimise, and how. */
final class TrainingCorrect {

    private static final float[] RARITY = {3.33f, 1.67f, 0.476f};

    private TrainingCorrect() {}

    @Correct("C21")
    static Edit softmaxInTheLoss() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return new HandWrittenCrossEntropy();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            protected Task task() {
                                return data().task();
                            }

                            @Override
                            OutputLayer.Builder head() {
                                return super.head()
                                        .lossFunction(new LogitCrossEntropy())
                                        .activation(Activation.IDENTITY);
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C31")
    static Edit labelsSmoothed() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return new HandWrittenCrossEntropy() {
                                    @Override
                                    NDArray wanted(NDArray classes, long count) {
                                        return super.wanted(classes, count)
                                                .mul(0.9)
                                                .add(0.1 / count);
                                    }
                                };
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            protected Batch convert(Batch batch) {
                                return smoothed(super.convert(batch));
                            }
                        })
                .shownBy(learns());
    }

    private static Batch smoothed(Batch batch) {
        return batch.withTargets(
                NamedTensors.of("target", batch.target().map(share -> 0.9 * share + 0.1 / 3)));
    }

    @Correct("C32")
    static Edit rareClassesWeighMore() {
        return Edit.of(
                        new DjlMlp(new Skewed()) {
                            @Override
                            public Loss loss() {
                                return new HandWrittenCrossEntropy() {
                                    @Override
                                    NDArray wanted(NDArray classes, long count) {
                                        return super.wanted(classes, count)
                                                .mul(classes.getManager().create(RARITY));
                                    }
                                };
                            }
                        },
                        new Dl4jMlp(new Skewed()) {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head()
                                        .lossFunction(new LossMCXENT(Nd4j.create(RARITY)));
                            }
                        })
                .shownBy(learns());
    }

    /** Classes of a tenth, two tenths and seven tenths of the rows. */
    private static final class Skewed extends Tabular {

        @Override
        long classOf(float[] features) {
            double squares = features[0] * features[0] + features[1] * features[1];
            return squares < 0.21 ? 0 : squares < 0.71 ? 1 : 2;
        }
    }

    @Correct("C33")
    static Edit firstStepOfLengthZero() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.adam()
                                        .optLearningRateTracker(Tracker.warmUp()
                                                .optWarmUpBeginValue(0)
                                                .optWarmUpSteps(20)
                                                .setMainTracker(
                                                        Tracker.fixed((float) learningRate()))
                                                .build())
                                        .build();
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            IUpdater updater() {
                                return new Adam(new MapSchedule(
                                        ScheduleType.ITERATION,
                                        Map.of(0, 0.0, 5, 0.002, 10, 0.005, 20, learningRate())));
                            }
                        })
                .shownBy(learns());
    }
}
