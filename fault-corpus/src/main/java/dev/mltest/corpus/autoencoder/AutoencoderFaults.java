package dev.mltest.corpus.autoencoder;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.activations.Activation;

import java.util.stream.IntStream;

/** Faults of autoencoders. */
final class AutoencoderFaults {

    private AutoencoderFaults() {}

    /** DL4J refuses a graph with a layer that nothing reads. */
    @Fault(
            value = "AR71",
            at = {"decoder*", "decoder/**", "encoder*", "encoder/**", "code*"})
    static Edit decoderFedFromTheInput() {
        return Edit.of(
                        new DjlAutoencoder() {
                            @Override
                            public Block block() {
                                return new TwoParts(encoder(), decoder()) {
                                    @Override
                                    <T> T decoded(T inputs, T code) {
                                        return inputs;
                                    }
                                };
                            }
                        },
                        new Dl4jAutoencoder() {
                            @Override
                            GraphBuilder decoder(GraphBuilder graph) {
                                return output(graph.addLayer(
                                        "decoder",
                                        dense(Waves.SAMPLES, 20, Activation.RELU),
                                        "samples"));
                            }
                        })
                .shownBy(Measured.by(
                                "largest movement of an output when the encoder's weights double",
                                AutoencoderFaults::reactionToTheEncoder)
                        .isBelow(1e-6));
    }

    private static double reactionToTheEncoder(Program program) {
        try (Run run = program.start(1)) {
            Batch batch =
                    program.data().training().examples(IntStream.range(0, 8).toArray());
            ArrayTensor before = run.predict(batch).first().toArray();
            run.parameters().forEach((name, weight) -> {
                if (name.startsWith("encoder/")) {
                    run.assign(name, weight.map(value -> 2 * value));
                }
            });
            return before.differenceFrom(run.predict(batch).first()).maxAbs();
        }
    }

    /** DL4J's variational layer is trained apart from the network, by no loss of one's own. */
    @Fault(value = "LO72", at = "loss*")
    static Edit divergenceSubtracted() {
        return Edit.of(new DjlVariational() {
                    @Override
                    NDArray total(NDArray reconstruction, NDArray divergence) {
                        return reconstruction.sub(divergence);
                    }
                })
                .shownBy(scoresLower());
    }
}
