package dev.mltest.relation;

import dev.mltest.experiment.RoundOffAllowance;
import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/** The round-off of some outputs, from what null perturbations do to them. */
final class RoundOff {

    private final Agreement agreement;
    private final double[] noise;
    private final double[] sizes;
    private final double epsilon;
    private final double smallestNormal;

    RoundOff(Agreement agreement, ArrayTensor output) {
        this.agreement = agreement;
        this.sizes = sizes(output);
        this.noise = new double[sizes.length];
        this.epsilon = output.elementType().epsilon();
        this.smallestNormal = epsilon == 0 ? 0 : output.elementType().ulp(0) / epsilon;
    }

    /** The same outputs again, after a null perturbation. */
    void see(ArrayTensor output, ArrayTensor again) {
        keepLarger(noise, agreement.distances(output, again));
        keepLarger(sizes, sizes(output));
    }

    /**
     * The same outputs from examples in reverse. What moves by more than half the digits then is
     * not round-off: the examples of a batch touch each other, which excuses nothing.
     */
    void seeInReverse(ArrayTensor output, ArrayTensor again) {
        double[] moved = agreement.distances(output, again);
        for (int row = 0; row < moved.length; row++) {
            boolean small = moved[row] <= Math.sqrt(epsilon) * sizes[row];
            noise[row] = small ? Math.max(noise[row], moved[row]) : noise[row];
        }
    }

    /** Median size of the examples: where an output is small by cancellation, its parts are not. */
    double typicalSize() {
        double[] sorted = Arrays.stream(sizes).sorted().toArray();
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        return Double.isFinite(median) ? median : 0;
    }

    double tolerance(int row, double typicalSize) {
        double size = Math.max(sizes[row], typicalSize);
        double flushed = size == 0 ? 0 : smallestNormal; // processors may take less for 0
        return RoundOffAllowance.of(noise[row], epsilon * size + flushed);
    }

    private double[] sizes(ArrayTensor output) {
        return agreement.distances(output, output.map(x -> Double.isFinite(x) ? 0 : x));
    }

    /** NaN and infinities allow nothing: they are no round-off. */
    private static void keepLarger(double[] kept, double[] seen) {
        for (int row = 0; row < Math.min(kept.length, seen.length); row++) {
            kept[row] = Double.isFinite(seen[row]) ? Math.max(kept[row], seen[row]) : kept[row];
        }
    }
}
