package dev.mltest.corpus.finetuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.oracle.Repeatability;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Faults of fine-tuning. */
final class FinetuningFaults {

    private FinetuningFaults() {}

    @Fault(
            value = "IN07",
            at = {"backbone*", "backbone/**", "dense*", "dense*/**"})
    static Edit initializedAgain() {
        return Edit.of(
                        new DjlFinetuned() {
                            @Override
                            void load(Block backbone) {
                                super.load(backbone);
                                backbone.clear();
                                initialize(backbone);
                            }
                        },
                        new Dl4jFinetuned() {
                            @Override
                            MultiLayerNetwork backbone() {
                                MultiLayerNetwork again = new MultiLayerNetwork(
                                        super.backbone().getLayerWiseConfigurations());
                                again.init();
                                return again;
                            }
                        })
                .shownBy(Backbones.awayFromPretrained().isAbove(1e-6));
    }

    @Fault(
            value = "IN61",
            at = {
                "backbone*",
                "backbone/dense2*",
                "backbone/dense3*",
                "backbone/dense2/**",
                "backbone/dense3/**",
                "dense2*",
                "dense3*",
                "dense2/**",
                "dense3/**"
            })
    static Edit layersMixedUp() {
        return Edit.of(
                        new DjlFinetuned() {
                            @Override
                            String source(String layer) {
                                return switch (layer) {
                                    case "04dense2" -> "06dense3";
                                    case "06dense3" -> "04dense2";
                                    default -> layer;
                                };
                            }
                        },
                        new Dl4jFinetuned() {
                            @Override
                            int source(int layer) {
                                return switch (layer) {
                                    case 2 -> 3;
                                    case 3 -> 2;
                                    default -> layer;
                                };
                            }
                        })
                .shownBy(Backbones.awayFromPretrained().isAbove(1e-6));
    }

    @Fault(
            value = "OP05",
            at = {"neck*", "neck/**"})
    static Edit frozenOneLayerTooFar() {
        return Edit.of(
                        new DjlFinetuned() {
                            @Override
                            void freeze(Wired model) {
                                freeze(model, 2);
                            }
                        },
                        new Dl4jFinetuned() {
                            @Override
                            int lastFrozen() {
                                return Dl4jBackbone.LAYERS;
                            }
                        })
                .shownBy(Backbones.headMoves().isBelow(1e-9));
    }

    /** DL4J's frozen layers are in inference mode always. */
    @Fault(
            value = "TE08",
            at = {"backbone*", "backbone/**"})
    static Edit statisticsDrift() {
        return Edit.of(new DjlFinetuned() {
                    @Override
                    NDArray features(Pass pass, NDArray points) {
                        return pass.through("backbone", points);
                    }
                })
                .shownBy(Backbones.moves().isAbove(1e-9));
    }

    /** In DL4J the mode of a training step is not the user's. */
    @Fault(
            value = "TE61",
            at = {"dropout*", "neck*", "loop*", "output*"})
    static Edit allInInferenceMode() {
        return Edit.of(new DjlFinetuned() {
                    @Override
                    NDArray forward(Pass pass, NDList inputs) {
                        return super.forward(pass.inInference(), inputs);
                    }
                })
                .shownBy(Backbones.trainingIsNoisy().isBelow(1e-6));
    }

    /** FineTuneConfiguration has the seed, but seeds nothing. DJL has no such thing. */
    @Fault(
            value = "RP62",
            at = {"neck*", "neck/**", "head*", "head/**", "seed*"})
    static Edit seedOfTheConfigurationOnly() {
        return Edit.of(new Dl4jFinetuned() {
                    @Override
                    void seed(long seed) {}
                })
                .shownBy(Repeatability.ignoresTheSeed());
    }
}
