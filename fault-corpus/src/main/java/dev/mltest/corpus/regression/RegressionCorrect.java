package dev.mltest.corpus.regression;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.conf.layers.OutputLayer;

import java.util.Random;

/** Correct regressions. */
final class RegressionCorrect {

    private RegressionCorrect() {}

    @Correct("M3")
    static Edit twin() {
        return Edit.of(new DjlMlp(), new Dl4jMlp()).shownBy(learns());
    }

    @Correct("C17")
    static Edit powerInKilowatts() {
        return Edit.in(
                        new Wind() {
                            @Override
                            double target(Reading reading) {
                                return reading.watts() / 1000;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(learns());
    }

    @Correct("C20")
    static Edit softplusForPowerThatIsNeverNegative() {
        Wind shareOfRatedPower = new Wind() {
            @Override
            double target(Reading reading) {
                return Math.max(0, reading.watts() / RATED);
            }
        };
        return Edit.of(
                        new DjlMlp(shareOfRatedPower) {
                            @Override
                            Block head() {
                                return new Layers()
                                        .add("linear", dense(1))
                                        .add("softplus", Activation.softPlusBlock());
                            }
                        },
                        new Dl4jMlp(shareOfRatedPower) {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head()
                                        .activation(
                                                org.nd4j.linalg.activations.Activation.SOFTPLUS);
                            }
                        })
                .shownBy(learns());
    }

    /**
     * A plain relation without noise is found early on; the rest of the training changes nothing.
     */
    @Correct("C26")
    static Edit trainedOnAfterConvergence() {
        return Edit.in(
                        new Wind() {
                            @Override
                            public Dataset training() {
                                return dataset(readings(128, new Random(34)));
                            }

                            @Override
                            double watts(double[] sensors, Random random) {
                                return RATED * (sensors[0] / 40 + sensors[4] / 200);
                            }

                            @Override
                            public int epochs() {
                                return 100;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(learns());
    }
}
