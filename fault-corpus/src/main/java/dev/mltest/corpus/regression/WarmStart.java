package dev.mltest.corpus.regression;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.util.ModelSerializer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A correct regression whose model starts from a checkpoint and learns on. */
final class WarmStart {

    private WarmStart() {}

    @Correct("C59")
    static Edit fromCheckpoint() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Block block() {
                                return loaded(super.block(), DjlCheckpoint.PARAMETERS);
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            public NeuralNetwork network(long seed) {
                                return restored(Dl4jCheckpoint.NETWORK);
                            }
                        })
                .shownBy(learns());
    }

    private static final class DjlCheckpoint {
        static final byte[] PARAMETERS = trained(new DjlMlp());
    }

    private static final class Dl4jCheckpoint {
        static final byte[] NETWORK = trained(new Dl4jMlp());
    }

    private static byte[] trained(Program program) {
        try (Run run = program.start(99)) {
            program.train(run, 99, Watch.nothing());
            return run.save();
        }
    }

    private static Block loaded(Block block, byte[] checkpoint) {
        try {
            block.loadParameters(
                    NDManager.newBaseManager(),
                    new DataInputStream(new ByteArrayInputStream(checkpoint)));
            return block;
        } catch (IOException | MalformedModelException e) {
            throw new IllegalStateException("the checkpoint cannot be read", e);
        }
    }

    private static NeuralNetwork restored(byte[] checkpoint) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(checkpoint)) {
            return ModelSerializer.restoreMultiLayerNetwork(in, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
