package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Colour pictures of {@link Figure}s, made into tensors [N x channels x height x width]. */
class Images extends Data {

    static final int CLASSES = Figure.values().length;
    private static final int TRAINING = 192;
    private static final int VALIDATION = 120;

    /** The same pipeline without a fault. */
    Images twin() {
        return new Images();
    }

    int channels() {
        return 3;
    }

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(batch(trainingPictures(), this::scaled));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(batch(validationPictures(), this::scaled));
    }

    @Override
    public int epochs() {
        return 12;
    }

    @Override
    public int batchSize() {
        return 24;
    }

    List<Picture> trainingPictures() {
        return pictures(TRAINING, 21);
    }

    List<Picture> validationPictures() {
        return pictures(VALIDATION, 22);
    }

    private List<Picture> pictures(int count, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> Picture.draw(channels(), random))
                .limit(count)
                .toList();
    }

    /** How a byte becomes an input. */
    interface Scaling {
        float of(byte pixel);
    }

    /** Brightness from 0 to 1. */
    float scaled(byte pixel) {
        return (pixel & 0xFF) / 255f;
    }

    Batch batch(List<Picture> pictures, Scaling scaling) {
        int each = Picture.SIZE * Picture.SIZE * channels();
        float[] inputs = new float[pictures.size() * each];
        long[] classes = new long[pictures.size()];
        for (int i = 0; i < classes.length; i++) {
            byte[] planes = planes(pictures.get(i).pixels());
            for (int j = 0; j < each; j++) {
                inputs[i * each + j] = scaling.of(planes[j]);
            }
            classes[i] = pictures.get(i).figure().ordinal();
        }
        Shape shape = Shape.of(classes.length, channels(), Picture.SIZE, Picture.SIZE);
        return Batch.of(
                ArrayTensor.ofFloats(shape, inputs),
                ArrayTensor.ofLongs(Shape.of(classes.length), classes));
    }

    /** Channel after channel instead of pixel after pixel. */
    byte[] planes(byte[] pixels) {
        byte[] planes = new byte[pixels.length];
        int area = pixels.length / channels();
        for (int i = 0; i < pixels.length; i++) {
            planes[i % channels() * area + i / channels()] = pixels[i];
        }
        return planes;
    }
}
