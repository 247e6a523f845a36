package dev.mltest.corpus.bags;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.List;

/** The same documents as counts of the words of a large vocabulary. */
class Counts extends Documents {

    @Override
    int vocabulary() {
        return 240;
    }

    @Override
    Batch batch(List<Document> documents) {
        int count = documents.size();
        float[] counts = new float[count * vocabulary()];
        for (int row = 0; row < count; row++) {
            for (long word : documents.get(row).words()) {
                counts[row * vocabulary() + (int) word]++;
            }
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, vocabulary()), counts), subjects(documents));
    }
}
