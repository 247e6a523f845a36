package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;

import java.util.function.UnaryOperator;

/**
 * Says how far a layer is from staying as it is and from following a change. Layouts of frameworks
 * differ: the change is tried with the layer's axes in every order, flattened layers are taken in
 * the shape of the layer that was flattened, and where padding made a layer longer, what both sides
 * have is compared.
 */
final class Following {

    private final UnaryOperator<ArrayTensor> change;
    private final int examples;

    Following(UnaryOperator<ArrayTensor> change, int examples) {
        this.change = change;
        this.examples = examples;
    }

    /**
     * Smallest distance over all ways to stay or follow, relative to the layer's largest element.
     *
     * @param unflattened shape of the last layer with more axes
     */
    double error(ArrayTensor before, ArrayTensor after, Shape unflattened) {
        double least = least(before, after);
        if (fits(before, unflattened) && fits(after, unflattened)) {
            least = smaller(
                    least, least(before.reshaped(unflattened), after.reshaped(unflattened)));
        }
        if (isMerged(before) && before.shape().equals(after.shape())) {
            Shape split = split(before.shape());
            least = smaller(least, least(before.reshaped(split), after.reshaped(split)));
        }
        double size = Math.max(before.summary().maxAbs(), after.summary().maxAbs());
        return size == 0 ? least : least / size;
    }

    private double least(ArrayTensor before, ArrayTensor after) {
        double least = CommonBlock.distance(before, after);
        for (int[] order : AxisOrders.of(before.shape().rank())) {
            least = least == 0 ? 0 : smaller(least, followed(before, after, order));
        }
        return least;
    }

    private double followed(ArrayTensor before, ArrayTensor after, int[] order) {
        try {
            ArrayTensor moved = change.apply(AxisOrders.transposed(before, order));
            return CommonBlock.distance(
                    moved,
                    after.shape().rank() == order.length
                            ? AxisOrders.transposed(after, order)
                            : after);
        } catch (ConfigurationException doesNotApply) {
            return Double.NaN;
        }
    }

    private static boolean fits(ArrayTensor tensor, Shape shape) {
        return tensor.shape().rank() == 2 && tensor.shape().elements() == shape.elements();
    }

    /** Whether the examples' elements run along axis 0, one after the other. */
    private boolean isMerged(ArrayTensor tensor) {
        long rows = tensor.shape().rank() == 0 ? 0 : tensor.shape().size(0);
        return rows > examples && rows % examples == 0;
    }

    private Shape split(Shape merged) {
        long[] sizes = new long[merged.rank() + 1];
        System.arraycopy(merged.sizes(), 0, sizes, 1, merged.rank());
        sizes[0] = examples;
        sizes[1] = merged.size(0) / examples;
        return Shape.of(sizes);
    }

    private static double smaller(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
    }
}
