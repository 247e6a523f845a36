package dev.mltest.reporting.plot;

import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How values are spread, one small histogram for each tensor.
 *
 * @param caption what stands beside it
 * @param tensors the histograms
 */
public record Histograms(Caption caption, List<Bins> tensors) implements Plot {

    /** Keeps its own copy. */
    public Histograms {
        tensors = List.copyOf(tensors);
    }

    /**
     * One histogram.
     *
     * @param name of the tensor
     * @param shape of the tensor
     * @param low lower edge of the first bin
     * @param high upper edge of the last bin
     * @param counts in each bin
     * @param nonFinite how many values are in none
     */
    public record Bins(
            String name, String shape, double low, double high, List<Long> counts, long nonFinite) {

        /** Keeps its own copy. */
        public Bins {
            counts = List.copyOf(counts);
        }

        static Bins of(Histogram seen) {
            return new Bins(
                    seen.name(),
                    text(seen.shape()),
                    seen.low(),
                    seen.high(),
                    seen.counts(),
                    seen.nonFinite());
        }

        private static String text(Shape shape) {
            return shape.toString();
        }
    }

    @Override
    public Table table() {
        return new Table(
                List.of("tensor", "from", "to", "values in each bin", "not finite"),
                tensors.stream().map(Histograms::row).toList());
    }

    private static List<String> row(Bins bins) {
        return List.of(
                bins.name() + " " + bins.shape(),
                Numbers.text(bins.low()),
                Numbers.text(bins.high()),
                bins.counts().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                String.valueOf(bins.nonFinite()));
    }
}
