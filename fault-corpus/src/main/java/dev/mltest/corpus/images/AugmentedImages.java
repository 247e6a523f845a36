package dev.mltest.corpus.images;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.Random;

/** Whenever a picture is trained on, it is moved by up to a pixel and lit otherwise. */
class AugmentedImages extends Images {

    @Override
    Images twin() {
        return new AugmentedImages();
    }

    @Override
    public Dataset training() {
        return augmented(super.training(), new Random(23));
    }

    /** A view of these examples that is another one every time. */
    Dataset augmented(Dataset examples, Random random) {
        return new Dataset() {
            @Override
            public int size() {
                return examples.size();
            }

            @Override
            public Batch examples(int... indices) {
                Batch batch = examples.examples(indices);
                return batch.withInputs(
                        NamedTensors.of("input", augmented(batch.input("input"), random)));
            }
        };
    }

    private ArrayTensor augmented(ArrayTensor pictures, Random random) {
        Shape shape = pictures.shape();
        float[] all = pictures.toFloats();
        int each = pictures.rowLength();
        for (int from = 0; from < all.length; from += each) {
            float[] picture = Arrays.copyOfRange(all, from, from + each);
            System.arraycopy(altered(picture, random), 0, all, from, each);
        }
        return ArrayTensor.ofFloats(shape, all);
    }

    /** Another version of one picture. */
    float[] altered(float[] picture, Random random) {
        int down = random.nextInt(3) - 1;
        int right = random.nextInt(3) - 1;
        float light = 0.8f + 0.4f * random.nextFloat();
        float[] altered = new float[picture.length];
        for (int i = 0; i < picture.length; i++) {
            int row = inside(i / Picture.SIZE % Picture.SIZE + down);
            int column = inside(i % Picture.SIZE + right);
            int plane = i / (Picture.SIZE * Picture.SIZE);
            altered[i] = light * picture[(plane * Picture.SIZE + row) * Picture.SIZE + column];
        }
        return altered;
    }

    private static int inside(int place) {
        return Math.max(0, Math.min(Picture.SIZE - 1, place));
    }
}
