package dev.mltest.corpus.language;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Block;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import java.util.Random;

/** Correct programs around the attention models. */
final class LanguageCorrect {

    private LanguageCorrect() {}

    @Correct("M5")
    static Edit twin() {
        return Edit.of(new DjlEncoder(), new Dl4jEncoder()).shownBy(learns());
    }

    @Correct("C01")
    static Edit tiedWeights() {
        return Edit.of(new DjlLanguageModel() {
                    @Override
                    public Block block() {
                        return attention().weight("embedding", Phrases.VOCABULARY, WIDTH);
                    }

                    @Override
                    NDArray embedded(Pass pass, NDArray tokens) {
                        NDArray table = pass.weight("embedding", tokens);
                        return Embedding.embedding(tokens, table, SparseFormat.DENSE)
                                .head();
                    }

                    @Override
                    NDArray logits(Pass pass, NDArray states) {
                        return states.matMul(pass.weight("embedding", states).transpose());
                    }
                })
                .shownBy(learns());
    }

    /** Most positions of most reviews are padding. */
    @Correct("C10")
    static Edit mostlyPadding() {
        Reviews shortOnes = new Reviews() {
            @Override
            int length(Random random) {
                return 2 + random.nextInt(2);
            }
        };
        return Edit.in(shortOnes, DjlEncoder::new, Dl4jEncoder::new).shownBy(learns());
    }

    @Correct("C46")
    static Edit keyWithBias() {
        return Edit.of(new DjlEncoder() {
                    @Override
                    Block key() {
                        return Linear.builder().setUnits(WIDTH).build();
                    }
                })
                .shownBy(learns());
    }

    @Correct("C49")
    static Edit languageModel() {
        return Edit.of(new DjlLanguageModel()).shownBy(learns());
    }

    @Correct("C50")
    static Edit labelSmoothing() {
        return Edit.of(new DjlLanguageModel() {
                    @Override
                    public Loss loss() {
                        return new SmoothedLoss();
                    }
                })
                .shownBy(learns());
    }

    /** Cross-entropy with labels that leave a tenth of the weight to all tokens alike. */
    private static final class SmoothedLoss extends Loss {

        SmoothedLoss() {
            super("SmoothedLoss");
        }

        @Override
        public NDArray evaluate(NDList labels, NDList predictions) {
            NDArray scores = predictions.head().logSoftmax(-1);
            NDArray smooth = labels.head()
                    .oneHot(Phrases.VOCABULARY)
                    .mul(0.9f)
                    .add(0.1f / Phrases.VOCABULARY);
            return scores.mul(smooth).sum(new int[] {-1}).neg().mean();
        }
    }
}
