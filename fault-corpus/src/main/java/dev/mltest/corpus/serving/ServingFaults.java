package dev.mltest.corpus.serving;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.RoundTrip;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Faults on the way from a raw record to an answer. */
final class ServingFaults {

    private static final int RECORDS = 60;

    private ServingFaults() {}

    @Correct("M11")
    static Edit twin() {
        return Edit.of(new DjlFruit(), new Dl4jFruit()).shownBy(learns());
    }

    @Fault(value = "SV01", at = "serving*")
    static Edit normaliserForgotten() {
        return served(new Serving() {
            @Override
            Normaliser normaliser(Artefact artefact, Photo photo) {
                return new Normaliser(0, 1);
            }
        });
    }

    @Fault(value = "SV03", at = "serving*")
    static Edit blueFirst() {
        return served(new Serving() {
            @Override
            float[] values(Photo photo) {
                float[] values = super.values(photo);
                for (int i = 0; i < values.length; i += 3) {
                    float red = values[i];
                    values[i] = values[i + 2];
                    values[i + 2] = red;
                }
                return values;
            }
        });
    }

    @Fault(value = "SV04", at = "serving*")
    static Edit namesFromASet() {
        return served(new Serving() {
            @Override
            List<String> names(Artefact artefact) {
                return List.copyOf(new HashSet<>(artefact.names()));
            }
        });
    }

    @Fault(value = "SV71", at = "serving*")
    static Edit signedBytes() {
        return served(new Serving() {
            @Override
            float[] values(Photo photo) {
                float[] values = new float[Photo.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = photo.rgb()[i];
                }
                return values;
            }
        });
    }

    @Fault(value = "SV72", at = "serving*")
    static Edit normaliserFittedToTheRecord() {
        return served(new Serving() {
            @Override
            Normaliser normaliser(Artefact artefact, Photo photo) {
                return Normaliser.fit(List.of(values(photo)));
            }
        });
    }

    private static Edit served(Serving serving) {
        return Edit.of(new DjlFruit(serving), new Dl4jFruit(serving)).shownBy(answersDiffer());
    }

    /** In DL4J layers do not save themselves. */
    @Fault(
            value = "SV06",
            at = {"calibration*", "calibration/**", "serving*"})
    static Edit offsetNotSaved() {
        return Edit.of(new DjlFruit() {
                    @Override
                    Block calibration() {
                        return new Calibration() {
                            @Override
                            public void saveParameters(DataOutputStream out) throws IOException {
                                gain.save(out);
                            }

                            @Override
                            public void loadParameters(NDManager manager, DataInputStream in)
                                    throws IOException, MalformedModelException {
                                gain.load(manager, in);
                            }
                        };
                    }
                })
                .shownBy(RoundTrip.changesOutputs());
    }

    private static Oracle answersDiffer() {
        return Measured.by(
                        "share of raw records that are answered otherwise than offline",
                        ServingFaults::disagreement)
                .isAbove(0);
    }

    private static double disagreement(Program program) {
        Served served = (Served) program;
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            byte[] stored = served.serving().store(run, served.data());
            List<String> offline = offline(program, run);
            return IntStream.range(0, RECORDS)
                            .filter(i -> !offline.get(i)
                                    .equals(served.serving()
                                            .serve(
                                                    program,
                                                    stored,
                                                    served.data()
                                                            .validationPhotos()
                                                            .get(i))))
                            .count()
                    / (double) RECORDS;
        }
    }

    private static List<String> offline(Program program, Run run) {
        int[] records = IntStream.range(0, RECORDS).toArray();
        ArrayTensor outputs = run.predict(program.data().validation().examples(records))
                .first()
                .toArray();
        return IntStream.range(0, RECORDS)
                .mapToObj(row -> Fruit.NAMES.get(Serving.best(outputs.rows(row))))
                .toList();
    }
}
