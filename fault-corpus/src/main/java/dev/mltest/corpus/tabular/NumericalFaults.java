package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.Dropout;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Faults of arithmetic and of noise. */
final class NumericalFaults {

    private NumericalFaults() {}

    @Fault(
            value = "NU51",
            at = {"scale*", "output*", "loss*", "input*"})
    static Edit divisionByTheNormOfNothing() {
        return Edit.of(
                        new DjlUnitRows() {
                            @Override
                            NDArray norm(NDArray squares) {
                                return squares.sqrt();
                            }
                        },
                        new Dl4jUnitRows() {
                            @Override
                            double guard() {
                                return 0;
                            }
                        })
                .shownBy(emptyRowsAreNotFinite());
    }

    private static Oracle emptyRowsAreNotFinite() {
        return Measured.by(
                        "predictions of the validation rows that are not finite",
                        program -> NetworkOracles.started(
                                program,
                                run -> NetworkOracles.outputs(program, run)
                                        .summary()
                                        .nonFinite()))
                .isAbove(0);
    }

    @Fault(
            value = "RN51",
            at = {"dropout*", "head*", "output*"})
    static Edit dropoutBehindTheLogits() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Layers block() {
                                return super.block()
                                        .add(
                                                "dropout",
                                                Dropout.builder().optRate(0.5f).build());
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            ListBuilder output(ListBuilder layers) {
                                return layers.layer(dense("head", 24, 3)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                        .layer(new DropoutLayer.Builder(0.5)
                                                .name("dropout")
                                                .build())
                                        .layer(new LossLayer.Builder(LossFunction.MCXENT)
                                                .name("loss")
                                                .activation(Activation.SOFTMAX)
                                                .build());
                            }
                        })
                .shownBy(scoresLower());
    }
}
