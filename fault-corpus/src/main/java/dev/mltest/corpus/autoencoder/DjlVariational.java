package dev.mltest.corpus.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** The autoencoder with a code that is drawn from a normal distribution in training. */
class DjlVariational extends DjlAutoencoder {

    @Override
    public Program twin() {
        return new DjlVariational();
    }

    @Override
    public Block block() {
        return new Variational(encoder(), decoder());
    }

    @Override
    Block encoder() {
        return new Layers()
                .add("hidden", dense(20))
                .add("relu", Activation.reluBlock())
                .add("code", dense(2 * CODE));
    }

    @Override
    public Loss loss() {
        return new Loss("evidence lower bound") {
            @Override
            public NDArray evaluate(NDList labels, NDList outputs) {
                NDArray error = outputs.get(0).sub(labels.head());
                NDArray reconstruction = error.square().sum(new int[] {1}).mean();
                return total(reconstruction, divergence(outputs.get(1), outputs.get(2)));
            }
        };
    }

    /** The two terms of the bound. */
    NDArray total(NDArray reconstruction, NDArray divergence) {
        return reconstruction.add(divergence);
    }

    private static NDArray divergence(NDArray mean, NDArray logVariance) {
        NDArray each = mean.square().add(logVariance.exp()).sub(logVariance).sub(1);
        return each.mean();
    }

    /** Codes are drawn. */
    @Override
    protected boolean drawsNoise() {
        return true;
    }
}
