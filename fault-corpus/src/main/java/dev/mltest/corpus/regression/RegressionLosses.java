package dev.mltest.corpus.regression;

import static ai.djl.nn.Activation.softPlusBlock;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.dl4j.RowLoss;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.Random;

/** Correct regressions with other losses than the squared error. */
final class RegressionLosses {

    private RegressionLosses() {}

    @Correct("C57")
    static Edit countsWithPoissonLikelihood() {
        Wind counts = new BirdCounts();
        return Edit.of(
                        new DjlMlp(counts) {
                            @Override
                            public Loss loss() {
                                return new PoissonLoss();
                            }

                            @Override
                            Block head() {
                                return new Layers()
                                        .add("linear", dense(1))
                                        .add("softplus", softPlusBlock());
                            }
                        },
                        new Dl4jMlp(counts) {
                            @Override
                            ILossFunction loss() {
                                return new LossPoisson();
                            }

                            @Override
                            OutputLayer.Builder head() {
                                return super.head().activation(Activation.SOFTPLUS);
                            }
                        })
                .shownBy(learns());
    }

    /** How many birds were seen in an hour: many in little wind and moderate warmth. */
    static final class BirdCounts extends Wind {

        @Override
        double watts(double[] sensors, Random random) {
            double rate = 12 * Math.exp(-sensors[0] / 6) * (1 + sensors[2] / 40);
            double product = random.nextDouble();
            int count = 0;
            while (product > Math.exp(-rate)) {
                product *= random.nextDouble();
                count++;
            }
            return count;
        }

        @Override
        double target(Reading reading) {
            return reading.watts();
        }
    }

    /** Minus the logarithm of the Poisson likelihood, without the term that depends on no rate. */
    static final class PoissonLoss extends Loss {

        PoissonLoss() {
            super("poisson");
        }

        @Override
        public NDArray evaluate(NDList labels, NDList outputs) {
            NDArray counts = labels.head();
            NDArray rates = outputs.head().reshape(counts.getShape());
            return rates.sub(counts.mul(rates.add(1e-6f).log())).mean();
        }
    }

    @Correct("C60")
    static Edit ninthDecile() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Loss loss() {
                                return Loss.quantileL1Loss(0.9f);
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ILossFunction loss() {
                                return new NinthDecile();
                            }
                        })
                .shownBy(learns());
    }

    /** An output too low costs nine times as much as one too high. */
    static final class NinthDecile extends RowLoss {

        private static final long serialVersionUID = 1;

        @Override
        protected INDArray each(INDArray labels, INDArray outputs) {
            INDArray missing = labels.sub(outputs);
            return Transforms.max(missing.mul(0.9), missing.mul(-0.1));
        }

        @Override
        protected INDArray slope(INDArray labels, INDArray outputs) {
            INDArray tooHigh = outputs.gt(labels).castTo(outputs.dataType());
            return tooHigh.sub(0.9);
        }
    }
}
