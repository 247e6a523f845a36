package dev.mltest.relation;

import dev.mltest.evidence.Counterexample.Picture;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a failing case as pictures, if its input is one: [N x C x H x W], not large. */
final class Pictures {

    private static final int IMAGES = 4;
    private static final int MOST_CHANNELS = 4;
    private static final int SMALLEST = 3;
    private static final int MOST_POINTS = 64 * 64;

    private Pictures() {}

    /** The first example and what the change makes of it; nothing if it is no small image. */
    static List<Picture> of(Batch batch, Transformation.Drawn drawn) {
        Optional<Picture> own = picture("the input", SimplerValues.input(batch));
        return own.isEmpty()
                ? List.of()
                : Stream.of(own, picture("after " + drawn.description(), changed(batch, drawn)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static ArrayTensor changed(Batch batch, Transformation.Drawn drawn) {
        return SimplerValues.input(drawn.onInputs().apply(batch));
    }

    private static Optional<Picture> picture(String title, ArrayTensor input) {
        Shape shape = input.shape();
        if (shape.rank() != IMAGES || shape.size(0) == 0) {
            return Optional.empty();
        }
        long channels = shape.size(1);
        long height = shape.size(2);
        long width = shape.size(3);
        boolean isImage = channels <= MOST_CHANNELS
                && Math.min(height, width) >= SMALLEST
                && height * width <= MOST_POINTS;
        return isImage
                ? Optional.of(
                        new Picture(title, (int) channels, (int) height, (int) width, first(input)))
                : Optional.empty();
    }

    private static List<Double> first(ArrayTensor input) {
        return Arrays.stream(input.rows(0).toDoubles()).boxed().toList();
    }
}
