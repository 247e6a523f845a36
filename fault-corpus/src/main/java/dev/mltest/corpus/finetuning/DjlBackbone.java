package dev.mltest.corpus.finetuning;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The pretrained model in DJL: trained once, always in the same way. */
final class DjlBackbone extends DjlProgram {

    static final int WIDTH = 16;
    private static final long SEED = 1;

    private DjlBackbone() {
        super(new Source(800, 16));
    }

    @Override
    public Program twin() {
        return new DjlBackbone();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        return model();
    }

    private static Layers model() {
        return new Layers().add("backbone", backbone()).add("head", dense(Source.CLASSES));
    }

    /** The backbone without weights. */
    static Layers backbone() {
        return new Layers()
                .add("dense1", dense(WIDTH))
                .add("norm1", BatchNorm.builder().build())
                .add("act1", Activation.reluBlock())
                .add("dense2", dense(WIDTH))
                .add("act2", Activation.reluBlock())
                .add("dense3", dense(WIDTH))
                .add("act3", Activation.reluBlock());
    }

    static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    /** Trains it unless that is done. Training seeds the engine's random numbers. */
    static void pretrain() {
        weights();
    }

    /** The model as it was trained, new on every call. */
    static Layers pretrained() {
        Layers model = model();
        try (DataInputStream saved =
                new DataInputStream(new ByteArrayInputStream(Saved.TRAINED.model()))) {
            model.loadParameters(NDManager.newBaseManager(), saved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        }
        return model;
    }

    /** The weights it was trained to, by name. */
    static Map<String, ArrayTensor> weights() {
        return Saved.TRAINED.weights();
    }

    private record Saved(byte[] model, Map<String, ArrayTensor> weights) {

        static final Saved TRAINED = trained();

        private static Saved trained() {
            DjlBackbone program = new DjlBackbone();
            try (Run run = program.start(SEED)) {
                program.train(run, SEED, Watch.nothing());
                return new Saved(run.save(), run.parameters());
            }
        }
    }
}
