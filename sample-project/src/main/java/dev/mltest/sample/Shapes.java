package dev.mltest.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Images of circles, squares, triangles and crosses. */
public final class Shapes {

    /** Pixels across and down. */
    public static final int SIZE = ShapeImage.SIZE;

    private static final double USUAL_AREA = 0.235;
    private static final double SPREAD_OF_AREA = 0.097;

    private final List<ShapeImage> images;

    private Shapes(int count, long seed) {
        Random random = new Random(seed);
        List<ShapeKind> kinds = List.of(ShapeKind.values());
        images = Stream.generate(() -> kinds.get(random.nextInt(kinds.size())))
                .limit(count)
                .map(kind -> ShapeImage.draw(kind, random))
                .toList();
    }

    /** The images to train on. */
    public static Shapes training() {
        return new Shapes(2000, 1);
    }

    /** The images to validate on. */
    public static Shapes validation() {
        return new Shapes(500, 2);
    }

    /** How many there are. */
    public int size() {
        return images.size();
    }

    /** All pixels, image after image, row after row. */
    public float[] pixels() {
        float[] all = new float[images.size() * SIZE * SIZE];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i).pixels(), 0, all, i * SIZE * SIZE, SIZE * SIZE);
        }
        return all;
    }

    /** What each image shows: the ordinal of its {@link ShapeKind}. */
    public long[] labels() {
        return images.stream().mapToLong(image -> image.kind().ordinal()).toArray();
    }

    /** How large each shape is, 0 being usual and 1 a usual distance from it. */
    public float[] areas() {
        float[] areas = new float[images.size()];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = (float) ((images.get(i).area() - USUAL_AREA) / SPREAD_OF_AREA);
        }
        return areas;
    }
}
