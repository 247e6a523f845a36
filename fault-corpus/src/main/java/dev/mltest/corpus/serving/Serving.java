package dev.mltest.corpus.serving;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Rows;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.stream.IntStream;

/** Stores a trained program and answers raw records from what was stored. */
class Serving {

    /** A batch has targets; predictions do not look at them. */
    private static final ArrayTensor UNKNOWN = ArrayTensor.ofLongs(Shape.of(1), 0);

    /** The artefact. */
    byte[] store(Run trained, Fruit data) {
        return new Artefact(trained.save(), data.normaliser(), Fruit.NAMES).write();
    }

    /** Names what is on a photograph. */
    String serve(Program program, byte[] stored, Photo photo) {
        Artefact artefact = Artefact.read(stored);
        float[] features = normaliser(artefact, photo).apply(values(photo));
        try (Run fresh = program.start(7);
                Run model = fresh.load(artefact.model())) {
            Batch record = Batch.of(Rows.of(List.of(features)), UNKNOWN);
            return names(artefact).get(best(model.predict(record).first().toArray()));
        }
    }

    Normaliser normaliser(Artefact artefact, Photo photo) {
        return artefact.normaliser();
    }

    float[] values(Photo photo) {
        float[] values = new float[Photo.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = photo.rgb()[i] & 0xFF;
        }
        return values;
    }

    List<String> names(Artefact artefact) {
        return artefact.names();
    }

    static int best(ArrayTensor scores) {
        return IntStream.range(0, scores.length())
                .reduce((one, other) -> scores.get(other) > scores.get(one) ? other : one)
                .orElseThrow();
    }
}
