package dev.mltest.corpus.serving;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Photographs of fruit to be named, and the pipeline that makes features of them in training. */
class Fruit extends Data {

    /** In the order of the classes. */
    static final List<String> NAMES = List.of("apricot", "blueberry", "lime", "olive", "tomato");

    private static final int[][] COLOURS = {
        {240, 160, 90}, {70, 80, 150}, {120, 190, 70}, {75, 115, 45}, {220, 50, 40}
    };

    private final List<Photo> training = new ArrayList<>();
    private final List<Long> trainingClasses = new ArrayList<>();
    private final List<Photo> validation = new ArrayList<>();
    private final List<Long> validationClasses = new ArrayList<>();
    private final Normaliser normaliser;

    Fruit() {
        draw(300, new Random(91), training, trainingClasses);
        draw(150, new Random(92), validation, validationClasses);
        normaliser = Normaliser.fit(training.stream().map(Fruit::values).toList());
    }

    private static void draw(int count, Random random, List<Photo> photos, List<Long> classes) {
        for (int i = 0; i < count; i++) {
            int drawn = random.nextInt(NAMES.size());
            photos.add(Photo.of(COLOURS[drawn], random));
            classes.add((long) drawn);
        }
    }

    Normaliser normaliser() {
        return normaliser;
    }

    /** Raw records, in the order of the validation examples. */
    List<Photo> validationPhotos() {
        return validation;
    }

    @Override
    public Task task() {
        return Task.classification(NAMES.size());
    }

    @Override
    public Dataset training() {
        return dataset(training, trainingClasses);
    }

    @Override
    public Dataset validation() {
        return dataset(validation, validationClasses);
    }

    private Dataset dataset(List<Photo> photos, List<Long> classes) {
        List<float[]> features =
                photos.stream().map(Fruit::values).map(normaliser::apply).toList();
        long[] targets = classes.stream().mapToLong(Long::longValue).toArray();
        return Dataset.of(Batch.of(
                Rows.of(features), ArrayTensor.ofLongs(Shape.of(targets.length), targets)));
    }

    private static float[] values(Photo photo) {
        float[] values = new float[Photo.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = photo.rgb()[i] & 0xFF;
        }
        return values;
    }
}
