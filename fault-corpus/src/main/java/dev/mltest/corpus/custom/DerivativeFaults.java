package dev.mltest.corpus.custom;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Faults of derivatives written by hand. */
final class DerivativeFaults {

    private DerivativeFaults() {}

    /** DJL differentiates by itself. */
    @Fault(
            value = "GR01",
            at = {"embed1*", "embed1/**"})
    static Edit derivativeOfAnotherFunction() {
        return Edit.of(new Dl4jPrototypes() {
                    @Override
                    IActivation activation() {
                        return new ConstantDerivative();
                    }
                })
                .shownBy(gradientIsWrong());
    }

    /** Softplus going forward, the identity going backward. */
    static final class ConstantDerivative extends SoftplusFunction {

        private static final long serialVersionUID = 1;

        @Override
        INDArray derivative(INDArray x) {
            return Nd4j.onesLike(x);
        }
    }

    /** DJL differentiates by itself. */
    @Fault(
            value = "GR07",
            at = {"prototypes*", "embed2*", "embed2/**"})
    static Edit nothingHandedDown() {
        return Edit.of(new Dl4jPrototypes() {
                    @Override
                    PrototypeLayer prototypes() {
                        return new SilentPrototypes();
                    }
                })
                .shownBy(CustomFaults.noGradientReaches("embed1/"));
    }

    /** Takes no interest in what is below. */
    static final class SilentPrototypes extends PrototypeLayer {

        private static final long serialVersionUID = 1;

        @Override
        PrototypeDistances distances(NeuralNetConfiguration conf, DataType type) {
            return new PrototypeDistances(conf, type) {
                @Override
                INDArray byInput(INDArray epsilon) {
                    return Nd4j.zerosLike(input);
                }
            };
        }
    }

    /** DJL differentiates by itself. */
    @Fault(
            value = "GR71",
            at = {"prototypes*", "embed2*", "embed2/**"})
    static Edit averagedOnTheWayDown() {
        return Edit.of(new Dl4jPrototypes() {
                    @Override
                    PrototypeLayer prototypes() {
                        return new AveragingPrototypes();
                    }
                })
                .shownBy(gradientIsWrong());
    }

    /** Averages over the batch, which DL4J does at the end. */
    static final class AveragingPrototypes extends PrototypeLayer {

        private static final long serialVersionUID = 1;

        @Override
        PrototypeDistances distances(NeuralNetConfiguration conf, DataType type) {
            return new PrototypeDistances(conf, type) {
                @Override
                INDArray byInput(INDArray epsilon) {
                    return super.byInput(epsilon).div(epsilon.size(0));
                }
            };
        }
    }

    private static Oracle gradientIsWrong() {
        return Measured.by(
                        "relative distance of the first layer's gradient from central differences",
                        program -> Differences.distance(
                                program, "embed1/W", CustomFaults.firstRows(program)))
                .isAbove(0.05);
    }
}
