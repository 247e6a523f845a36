package dev.mltest.experiment;

import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which axis of each output runs over the positions of an input. Found by what happens to the
 * outputs when the input is cut to half its length, since axes of equal size look alike; only if
 * the model takes no other length, by size.
 *
 * @param axes axis of each output; {@link #NONE} if it says one thing of all positions together,
 *     {@link #UNKNOWN} if its positions are not those of the input
 */
record OutputPositions(Map<String, Integer> axes) {

    static final int NONE = 0;
    static final int UNKNOWN = -1;

    static OutputPositions of(Predictor model, AlignedBatch aligned, NamedTensors outputs) {
        int length = aligned.length();
        int half = Math.max(1, length / 2);
        NamedTensors cut = length < 2 ? null : predicted(model, aligned, half);
        Map<String, Integer> axes = new LinkedHashMap<>();
        outputs.asMap().forEach((name, output) -> {
            Shape shape = output.shape();
            boolean byRow = shape.rank() > 0 && shape.size(0) == aligned.batch().size();
            axes.put(
                    name,
                    !byRow
                            ? UNKNOWN
                            : cut == null
                                    ? bySize(shape, length)
                                    : byCut(shape, cut.get(name).shape(), length, half));
        });
        return new OutputPositions(axes);
    }

    private static @Nullable NamedTensors predicted(
            Predictor model, AlignedBatch aligned, int length) {
        try {
            return model.scoped(() -> model.predict(aligned.prefix(length)).toArrays());
        } catch (RuntimeException refused) {
            return null;
        }
    }

    private static int byCut(Shape whole, Shape cut, int length, int half) {
        if (whole.equals(cut)) {
            return NONE;
        }
        if (whole.rank() != cut.rank()) {
            return UNKNOWN;
        }
        int found = UNKNOWN;
        for (int axis = 0; axis < whole.rank(); axis++) {
            if (whole.size(axis) != cut.size(axis)) {
                boolean fits = whole.size(axis) == length && cut.size(axis) == half;
                if (!fits || found != UNKNOWN) {
                    return UNKNOWN;
                }
                found = axis;
            }
        }
        return found;
    }

    private static int bySize(Shape shape, int length) {
        int[] axes = Slices.axes(shape, length);
        if (axes.length == 1) {
            return axes[0];
        }
        return axes.length == 0 && shape.rank() < 3 ? NONE : UNKNOWN;
    }

    int axis(String output) {
        return axes.getOrDefault(output, UNKNOWN);
    }

    boolean areAllUnknown() {
        return axes.values().stream().allMatch(axis -> axis == UNKNOWN);
    }
}
