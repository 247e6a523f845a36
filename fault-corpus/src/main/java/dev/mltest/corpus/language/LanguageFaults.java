package dev.mltest.corpus.language;

import static dev.mltest.corpus.oracle.Independence.examplesMix;

import ai.djl.ndarray.NDArray;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Faults of the attention models. */
final class LanguageFaults {

    private LanguageFaults() {}

    @Fault(
            value = "AR02",
            at = {
                "query*",
                "query/**",
                "key*",
                "key/**",
                "value*",
                "value/**",
                "attention*",
                "attention/**"
            })
    static Edit attentionNotUsed() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray joined(NDArray words, NDArray gathered) {
                                return words;
                            }
                        },
                        new Dl4jEncoder() {
                            @Override
                            String pooled() {
                                return "embedding";
                            }
                        })
                .shownBy(Measured.by(
                                "largest gradient of the attention's weights",
                                LanguageFaults::attentionGradient)
                        .isBelow(1e-12));
    }

    private static double attentionGradient(Program program) {
        try (Run run = program.start(1)) {
            Map<String, ArrayTensor> gradients = run.gradients(rows(program, 32));
            return gradients.entrySet().stream()
                    .filter(entry -> entry.getKey().matches("(query|key|value|attention)/.*"))
                    .flatMapToDouble(entry -> Arrays.stream(entry.getValue().toDoubles()))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
        }
    }

    private static Batch rows(Program program, int count) {
        return program.data().training().examples(IntStream.range(0, count).toArray());
    }

    @Fault(
            value = "NU05",
            at = {"mask*", "query*", "key*", "value*", "attention*", "pooling*", "output*"})
    static Edit maskedByInfinity() {
        return Edit.of(
                        new DjlEncoder() {
                            @Override
                            NDArray hiding(NDArray mask) {
                                return mask.expandDims(1).log();
                            }
                        },
                        new Dl4jPooledEncoder() {
                            @Override
                            Layer pooling() {
                                return new LogMaskedPooling();
                            }
                        })
                .shownBy(Measured.by(
                                "outputs of the training set that are not finite",
                                LanguageFaults::notFinite)
                        .isAbove(0));
    }

    /** Scores of padding become minus infinity. */
    private static final class LogMaskedPooling extends AttentionPooling {

        private static final long serialVersionUID = 1L;

        @Override
        SDVariable hiding(SameDiff graph, SDVariable mask) {
            return graph.math.log(mask);
        }
    }

    private static double notFinite(Program program) {
        try (Run run = program.start(1)) {
            Dataset training = program.data().training();
            double[] outputs = run.predict(rows(program, training.size()))
                    .first()
                    .toArray()
                    .toDoubles();
            return Arrays.stream(outputs)
                    .filter(value -> !Double.isFinite(value))
                    .count();
        }
    }

    @Fault(
            value = "RN09",
            at = {"norm*", "output*"})
    static Edit normalizedOverTheBatch() {
        return Edit.of(new DjlLanguageModel() {
                    @Override
                    NDArray normalized(NDArray states) {
                        return standardized(states, 0);
                    }
                })
                .shownBy(examplesMix());
    }

    /** DL4J's attention cannot be causal. */
    @Fault(
            value = "AR62",
            at = {"mask*", "query*", "key*", "value*", "output*"})
    static Edit nextTokenSeen() {
        return Edit.of(new DjlLanguageModel() {
                    @Override
                    int lastSeen(int position) {
                        return position + 1;
                    }
                })
                .shownBy(Measured.by(
                                "largest movement of an output when only later tokens change",
                                LanguageFaults::lookAhead)
                        .isAbove(1e-5));
    }

    private static double lookAhead(Program program) {
        int last = Phrases.LENGTH - 1;
        Batch rows = rows(program, 8);
        ArrayTensor tokens = rows.input("input");
        double[] changed = tokens.toDoubles();
        for (int i = last; i < changed.length; i += Phrases.LENGTH) {
            changed[i] = (changed[i] + 1) % Phrases.VOCABULARY;
        }
        Batch other = rows.withInputs(rows.inputs()
                .with("input", ArrayTensor.of(tokens.elementType(), tokens.shape(), changed)));
        try (Run run = program.start(1)) {
            ArrayTensor first = run.predict(rows).first().toArray();
            ArrayTensor second = run.predict(other).first().toArray();
            return IntStream.range(0, first.length())
                    .filter(i -> i / Phrases.VOCABULARY % Phrases.LENGTH < last)
                    .mapToDouble(i -> Math.abs(first.get(i) - second.get(i)))
                    .max()
                    .orElse(0);
        }
    }
}
