package dev.mltest.corpus.finetuning;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;

/** Correct programs around fine-tuning. */
final class FinetuningCorrect {

    private FinetuningCorrect() {}

    @Correct("M9")
    static Edit twin() {
        return Edit.of(new DjlFinetuned(), new Dl4jFinetuned()).shownBy(learns());
    }

    @Correct("C09")
    static Edit linearProbe() {
        return Edit.of(
                        new DjlFinetuned() {
                            @Override
                            void addHead(Wired model) {
                                model.add(
                                        "head",
                                        DjlBackbone.dense(Target.CLASSES),
                                        1,
                                        DjlBackbone.WIDTH);
                            }

                            @Override
                            NDArray logits(Pass pass, NDArray features) {
                                return pass.through("head", features);
                            }
                        },
                        new Dl4jFinetuned() {
                            @Override
                            void addHead(TransferLearning.Builder model) {
                                model.addLayer(head(Dl4jBackbone.WIDTH));
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C13")
    static Edit tinyRate() {
        return Edit.of(new DjlContinued(), new Dl4jContinued()).shownBy(learns());
    }

    /** DJL sets rates by parameter ids that an optimizer cannot know when it is made. */
    @Correct("C51")
    static Edit ratesByLayer() {
        return Edit.of(new Dl4jFinetuned() {
                    @Override
                    TransferLearning.Builder frozen(TransferLearning.Builder model) {
                        return model;
                    }

                    @Override
                    void slowDown(MultiLayerNetwork network) {
                        for (int i = 0; i < Dl4jBackbone.LAYERS; i++) {
                            network.setLearningRate(i, learningRate() / 100);
                        }
                    }

                    @Override
                    public ModelUnderTest declared() {
                        return declaration().build();
                    }
                })
                .shownBy(learns());
    }
}
