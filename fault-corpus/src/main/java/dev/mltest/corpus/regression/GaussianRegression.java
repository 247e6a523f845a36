package dev.mltest.corpus.regression;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.dl4j.RowLoss;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * A correct regression with two outputs, the mean of a normal distribution and its log variance.
 */
final class GaussianRegression {

    private GaussianRegression() {}

    @Correct("C54")
    static Edit meanAndVariance() {
        return Edit.of(
                        new DjlMlp(new Gusts()) {
                            @Override
                            Block head() {
                                return dense(2);
                            }

                            @Override
                            public Loss loss() {
                                return new GaussianLikelihood();
                            }
                        },
                        new Dl4jMlp(new Gusts()) {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head().nOut(2);
                            }

                            @Override
                            ILossFunction loss() {
                                return new GaussianRowLoss();
                            }

                            @Override
                            protected Batch convert(Batch batch) {
                                return batch.withTargets(
                                        NamedTensors.of("target", twice(batch.target())));
                            }
                        })
                .shownBy(learns());
    }

    /** DL4J wants as many columns of targets as there are outputs. */
    private static ArrayTensor twice(ArrayTensor target) {
        return Rows.of(IntStream.range(0, target.length())
                .mapToObj(row -> new float[] {(float) target.get(row), (float) target.get(row)})
                .toList());
    }

    /** The stronger the wind, the more uncertain the power. */
    static final class Gusts extends Wind {

        @Override
        public Task task() {
            return Task.custom("normal distribution");
        }

        @Override
        double watts(double[] sensors, Random random) {
            return super.watts(sensors, random)
                    + RATED * 0.005 * sensors[0] * random.nextGaussian();
        }

        /** Judged is the mean. */
        @Override
        public double score(NamedTensors outputs, Batch examples) {
            double[] values = outputs.first().toArray().toDoubles();
            double[] means = IntStream.range(0, values.length / 2)
                    .mapToDouble(row -> values[2 * row])
                    .toArray();
            ArrayTensor mean = ArrayTensor.ofDoubles(Shape.of(means.length), means);
            return super.score(NamedTensors.of("mean", mean), examples);
        }
    }

    /** Minus the logarithm of the likelihood, without its constant; below 0 for a good fit. */
    static final class GaussianLikelihood extends Loss {

        GaussianLikelihood() {
            super("gaussian likelihood");
        }

        @Override
        public NDArray evaluate(NDList labels, NDList outputs) {
            NDArray mean = outputs.head().get(":, 0");
            NDArray logVariance = outputs.head().get(":, 1");
            NDArray squares = labels.head().sub(mean).square();
            return logVariance.add(squares.mul(logVariance.neg().exp())).mean();
        }
    }

    /** The same with its derivatives. */
    static final class GaussianRowLoss extends RowLoss {

        private static final long serialVersionUID = 1;

        @Override
        protected INDArray each(INDArray labels, INDArray outputs) {
            INDArray logVariance = column(outputs, 1);
            return logVariance.add(squares(labels, outputs).mul(precision(outputs)));
        }

        @Override
        protected INDArray slope(INDArray labels, INDArray outputs) {
            INDArray error = column(outputs, 0).sub(column(labels, 0));
            INDArray byMean = error.mul(precision(outputs)).mul(2);
            INDArray byLogVariance =
                    squares(labels, outputs).mul(precision(outputs)).rsub(1);
            return Nd4j.hstack(byMean, byLogVariance);
        }

        private static INDArray squares(INDArray labels, INDArray outputs) {
            return Transforms.pow(column(labels, 0).sub(column(outputs, 0)), 2);
        }

        private static INDArray precision(INDArray outputs) {
            return Transforms.exp(column(outputs, 1).neg());
        }

        private static INDArray column(INDArray array, int column) {
            return array.get(NDArrayIndex.all(), NDArrayIndex.interval(column, column + 1));
        }
    }
}
