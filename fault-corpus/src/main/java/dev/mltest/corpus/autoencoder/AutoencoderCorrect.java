package dev.mltest.corpus.autoencoder;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Correct autoencoders. */
final class AutoencoderCorrect {

    private AutoencoderCorrect() {}

    @Correct("M6")
    static Edit twin() {
        return Edit.of(new DjlAutoencoder(), new Dl4jAutoencoder()).shownBy(learns());
    }

    @Correct("C22")
    static Edit linearCode() {
        return Edit.of(
                        new DjlAutoencoder() {
                            @Override
                            Block encoder() {
                                return new Layers()
                                        .add("hidden", dense(20))
                                        .add("relu", Activation.reluBlock())
                                        .add("code", dense(CODE));
                            }
                        },
                        new Dl4jAutoencoder() {
                            @Override
                            org.nd4j.linalg.activations.Activation codeActivation() {
                                return org.nd4j.linalg.activations.Activation.IDENTITY;
                            }
                        })
                .shownBy(learns());
    }

    /** DL4J's variational layer is trained apart from the network. */
    @Correct("C53")
    static Edit variational() {
        return Edit.of(new DjlVariational()).shownBy(learns());
    }

    @Correct("C58")
    static Edit noisyInputsAndCleanTargets() {
        return Edit.in(
                        new Waves() {
                            @Override
                            Batch examples(List<float[]> waves) {
                                return Batch.of(
                                        Rows.of(noisy(waves, new Random(63))), Rows.of(waves));
                            }
                        },
                        DjlAutoencoder::new,
                        Dl4jAutoencoder::new)
                .shownBy(learns());
    }

    private static List<float[]> noisy(List<float[]> waves, Random random) {
        List<float[]> noisy = new ArrayList<>();
        for (float[] wave : waves) {
            float[] copy = wave.clone();
            for (int t = 0; t < copy.length; t++) {
                copy[t] += (float) (0.3 * random.nextGaussian());
            }
            noisy.add(copy);
        }
        return noisy;
    }
}
