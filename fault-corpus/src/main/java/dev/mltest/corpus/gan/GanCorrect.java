package dev.mltest.corpus.gan;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Correct adversarial games. */
final class GanCorrect {

    private GanCorrect() {}

    @Correct("M8")
    static Edit twin() {
        return Edit.of(new DjlGan(), new Dl4jGan()).shownBy(learns());
    }

    @Correct("C15")
    static Edit playersTakeTurns() {
        return Edit.of(
                        new DjlGan() {
                            private final Set<String> generators = ConcurrentHashMap.newKeySet();

                            @Override
                            public Block block() {
                                Block generator = player(2);
                                for (Parameter weight :
                                        generator.getParameters().values()) {
                                    generators.add(weight.getId());
                                }
                                return new Adversaries(generator, player(1));
                            }

                            @Override
                            public Optimizer optimizer() {
                                ParameterTracker turns =
                                        (id, step) -> step % 2 == (generators.contains(id) ? 0 : 1)
                                                ? (float) learningRate()
                                                : 0;
                                return Optimizer.adam()
                                        .optLearningRateTracker(turns)
                                        .optBeta1(0.5f)
                                        .build();
                            }
                        },
                        new Dl4jGan() {
                            @Override
                            IUpdater generates() {
                                return adam(new Turns(1, learningRate()));
                            }

                            @Override
                            IUpdater discriminates() {
                                return adam(new Turns(0, learningRate()));
                            }
                        })
                .shownBy(learns());
    }

    private static IUpdater adam(ISchedule schedule) {
        return Adam.builder().learningRateSchedule(schedule).beta1(0.5).build();
    }

    /** A learning rate in every second step, 0 in the others. */
    static final class Turns implements ISchedule {

        private static final long serialVersionUID = 1;

        private int first;
        private double rate;

        /** For restoring from JSON. */
        Turns() {}

        Turns(int first, double rate) {
            this.first = first;
            this.rate = rate;
        }

        @Override
        public double valueAt(int iteration, int epoch) {
            return iteration % 2 == first ? rate : 0;
        }

        public int getFirst() {
            return first;
        }

        public void setFirst(int first) {
            this.first = first;
        }

        public double getRate() {
            return rate;
        }

        public void setRate(double rate) {
            this.rate = rate;
        }

        @Override
        public ISchedule clone() {
            return new Turns(first, rate);
        }
    }
}
