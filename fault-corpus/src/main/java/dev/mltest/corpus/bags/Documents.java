package dev.mltest.corpus.bags;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Documents of up to eight known words as token ids, padded with 0 behind: which of three subjects
 * do most of its words belong to? Every fourth word belongs to none. Documents without a known word
 * are dropped.
 */
class Documents extends Data {

    static final int LENGTH = 8;
    static final int CLASSES = 3;
    private static final int TRAINING = 240;
    private static final int VALIDATION = 120;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(batch(documents(TRAINING, new Random(71))));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(batch(documents(VALIDATION, new Random(72))));
    }

    @Override
    public int epochs() {
        return 10;
    }

    /** Tokens there are, padding included. */
    int vocabulary() {
        return 40;
    }

    /** Whether a document is of use. */
    boolean keeps(Document document) {
        return !document.words().isEmpty();
    }

    /** Where the first of so many words stands. */
    int firstAt(int words) {
        return 0;
    }

    /** The documents as a network takes them. */
    Batch batch(List<Document> documents) {
        int count = documents.size();
        long[] tokens = new long[count * LENGTH];
        float[] mask = new float[count * LENGTH];
        for (int row = 0; row < count; row++) {
            List<Long> words = documents.get(row).words();
            int at = row * LENGTH + firstAt(words.size());
            for (long word : words) {
                tokens[at] = word;
                mask[at++] = 1;
            }
        }
        return new Batch(
                NamedTensors.of("input", ArrayTensor.ofLongs(Shape.of(count, LENGTH), tokens)),
                NamedTensors.of("target", subjects(documents)),
                NamedTensors.of("input", ArrayTensor.ofFloats(Shape.of(count, LENGTH), mask)));
    }

    static ArrayTensor subjects(List<Document> documents) {
        return ArrayTensor.ofLongs(
                Shape.of(documents.size()),
                documents.stream().mapToLong(Document::subject).toArray());
    }

    /**
     * One document.
     *
     * @param words the known ones
     * @param subject what it is about
     */
    record Document(List<Long> words, long subject) {}

    private List<Document> documents(int count, Random random) {
        List<Document> documents = new ArrayList<>();
        while (documents.size() < count) {
            Document document = draw(random);
            if (keeps(document)) {
                documents.add(document);
            }
        }
        return documents;
    }

    /** Words of its own subject are twice as frequent as others; one in six is not known. */
    private Document draw(Random random) {
        int subject = random.nextInt(CLASSES);
        int length = 1 + random.nextInt(LENGTH);
        List<Long> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int of = random.nextInt(3) > 0 ? subject : random.nextInt(CLASSES + 1);
            if (random.nextInt(6) > 0) {
                words.add(1L + of + 4L * random.nextInt((vocabulary() - 1) / 4));
            }
        }
        return new Document(words, subject);
    }
}
