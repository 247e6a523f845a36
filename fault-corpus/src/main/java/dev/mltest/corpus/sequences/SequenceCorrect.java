package dev.mltest.corpus.sequences;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.conf.layers.Layer;

import java.util.Arrays;

/** Correct programs around the LSTM. */
final class SequenceCorrect {

    private SequenceCorrect() {}

    @Correct("M4")
    static Edit twin() {
        return Edit.of(new DjlLstm(), new Dl4jLstm()).shownBy(learns());
    }

    @Correct("C07")
    static Edit forgetGateBiasOne() {
        return Edit.of(
                        new DjlLstm() {
                            @Override
                            Block recurrent() {
                                Block lstm = super.recurrent();
                                lstm.setInitializer(SequenceCorrect::gates, "l_0_i2h_BIAS");
                                return lstm;
                            }
                        },
                        new Dl4jLstm() {
                            @Override
                            Layer recurrent() {
                                return lstm().forgetGateBiasInit(1).build();
                            }
                        })
                .shownBy(learns());
    }

    /** PyTorch's gates are input, forget, cell and output. */
    private static NDArray gates(NDManager manager, Shape shape, DataType type) {
        int units = Math.toIntExact(shape.size() / 4);
        float[] biases = new float[4 * units];
        Arrays.fill(biases, units, 2 * units, 1);
        return manager.create(biases);
    }

    @Correct("C45")
    static Edit bothDirections() {
        return Edit.of(new DjlBidirectional(), new Dl4jBidirectional()).shownBy(learns());
    }

    @Correct("C47")
    static Edit labelAtEveryStep() {
        return Edit.of(new DjlTagger(), new Dl4jTagger()).shownBy(learns());
    }

    /** DL4J divides by the number of series. */
    @Correct("C48")
    static Edit meanOverValidSteps() {
        return Edit.of(new DjlTagger() {
                    @Override
                    public Loss loss() {
                        return new StepLoss() {
                            @Override
                            NDArray total(NDArray losses, NDArray mask) {
                                return losses.mul(mask).sum().div(mask.sum());
                            }
                        };
                    }
                })
                .shownBy(learns());
    }

    @Correct("C62")
    static Edit causalConvolution() {
        return Edit.of(new DjlConvolution(), new Dl4jConvolution()).shownBy(learns());
    }

    @Correct("C63")
    static Edit askedNowAndThen() {
        return Edit.of(
                        new DjlTagger(new AskedNowAndThen()) {
                            @Override
                            public ModelUnderTest declared() {
                                return declaration().causalAlong(1).build();
                            }
                        },
                        new Dl4jTagger(new AskedNowAndThen()) {
                            @Override
                            public ModelUnderTest declared() {
                                return declaration().causalAlong(2).build();
                            }
                        })
                .shownBy(learns());
    }
}
