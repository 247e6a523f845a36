package dev.mltest.corpus.language;

import static dev.mltest.corpus.oracle.LookAhead.movesPredictions;
import static dev.mltest.corpus.oracle.Padding.reachesPredictions;

import ai.djl.ndarray.NDArray;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Faults of what attention may see. */
final class MaskFaults {

    private MaskFaults() {}

    @Fault(
            value = "AR64",
            at = {"mask*", "pooling*", "norm*", "hidden*", "output*"})
    static Edit paddingIsPooled() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray average(NDArray states, NDArray mask) {
                                return states.mean(new int[] {1});
                            }
                        },
                        pooled(new AttentionPooling() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            SDVariable hiding(SameDiff graph, SDVariable mask) {
                                return mask.mul(0);
                            }
                        }))
                .shownBy(reachesPredictions());
    }

    @Fault(
            value = "AR65",
            at = {"mask*", "query*", "key*", "value*", "pooling*", "output*"})
    static Edit maskInverted() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray hiding(NDArray mask) {
                                return mask.expandDims(1).mul(-1e9f);
                            }
                        },
                        pooled(new AttentionPooling() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            SDVariable hiding(SameDiff graph, SDVariable mask) {
                                return mask.mul(-1e9);
                            }
                        }))
                .shownBy(reachesPredictions());
    }

    @Fault(
            value = "AR66",
            at = {"mask*", "query*", "key*", "value*", "pooling*", "output*"})
    static Edit paddingOnlyDiscouraged() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray hiding(NDArray mask) {
                                return mask.expandDims(1).sub(1);
                            }
                        },
                        pooled(new AttentionPooling() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            SDVariable hiding(SameDiff graph, SDVariable mask) {
                                return mask.sub(1);
                            }
                        }))
                .shownBy(reachesPredictions());
    }

    /** DL4J's encoder has one query only. */
    @Fault(
            value = "AR67",
            at = {"mask*", "query*", "key*", "value*", "output*"})
    static Edit queriesMaskedInPlaceOfKeys() {
        return Edit.of(new DjlEncoder() {
                    @Override
                    NDArray hiding(NDArray mask) {
                        return mask.expandDims(2).sub(1).mul(1e9f);
                    }
                })
                .shownBy(reachesPredictions());
    }

    @Fault(
            value = "AR68",
            at = {"mask*", "query*", "key*", "value*", "pooling*", "output*"})
    static Edit maskedAfterSoftmax() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray gathered(Pass pass, NDArray words, NDArray mask) {
                                NDArray keys = mask.expandDims(1);
                                return Attention.of(
                                        pass, words, keys.mul(0), weights -> weights.mul(keys));
                            }
                        },
                        pooled(new AttentionPooling() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            SDVariable attention(
                                    SameDiff graph, SDVariable scores, SDVariable mask) {
                                return graph.nn.softmax(scores, 1).mul(mask);
                            }
                        }))
                .shownBy(reachesPredictions());
    }

    private static Dl4jPooledEncoder pooled(AttentionPooling pooling) {
        return new Dl4jPooledEncoder() {
            @Override
            Layer pooling() {
                return pooling;
            }
        };
    }

    @Fault(
            value = "RN56",
            at = {"norm*", "output*"})
    static Edit normalizedOverThePositions() {
        return Edit.of(new DjlLanguageModel() {
                    @Override
                    NDArray normalized(NDArray states) {
                        return standardized(states, 1);
                    }
                })
                .shownBy(movesPredictions());
    }
}
