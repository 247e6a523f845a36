package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * What data and an untrained model look like: for people, who see at a glance what no check was
 * written for. Nothing is judged by it.
 *
 * @param examples how many examples the profiles of inputs and targets count
 * @param inputs values of each input
 * @param targets values of each target; class labels in one row of k numbers as indices
 * @param weights values of each parameter, in forward order
 * @param activations what each layer puts out in inference mode, in forward order
 * @param influences of examples on each other, one entry for each output that has a row for each
 */
public record PortraitEvidence(
        int examples,
        List<Histogram> inputs,
        List<Histogram> targets,
        List<Histogram> weights,
        List<Histogram> activations,
        List<Influence> influences)
        implements Evidence {

    /** Keeps its own copies. */
    public PortraitEvidence {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        weights = List.copyOf(weights);
        activations = List.copyOf(activations);
        influences = List.copyOf(influences);
    }

    /**
     * How often values occur, in bins of equal width.
     *
     * @param name of the tensor
     * @param shape of the tensor; of several batches, that of the first
     * @param low lower edge of the first bin
     * @param high upper edge of the last bin
     * @param counts how many values lie in each bin; of whole numbers, one bin is one number
     * @param nonFinite how many are NaN or infinite, and in no bin
     */
    public record Histogram(
            String name, Shape shape, double low, double high, List<Long> counts, long nonFinite) {

        /** Keeps its own copy. */
        public Histogram {
            counts = List.copyOf(counts);
        }

        /** Width of one bin. */
        public double width() {
            return counts.isEmpty() ? 0 : (high - low) / counts.size();
        }
    }

    /**
     * Who depends on whom in a batch.
     *
     * @param output name of the output
     * @param scale its largest absolute element
     * @param moved in row i and column j, how far any element of example i moves when example j
     *     alone is exchanged for another; infinite if it ceases to be a number
     */
    public record Influence(String output, double scale, List<List<Double>> moved) {

        /** Keeps its own copies. */
        public Influence {
            moved = moved.stream().map(List::copyOf).toList();
        }
    }
}
