package dev.mltest.experiment;

/** Lengthens sequences by padding of the kind that they have already. */
final class MorePadding {

    private MorePadding() {}

    /** A new position is a copy of a padded one, or zeros if there is none. */
    static Slices.Source of(PaddedExamples examples, int length, int shift) {
        Slices slices = examples.aligned().slices();
        int fill = padded(examples, slices);
        return (row, position) -> {
            int old = position - shift;
            return old >= 0 && old < length ? slices.code(row, old) : fill;
        };
    }

    private static int padded(PaddedExamples examples, Slices slices) {
        PaddedPositions padding = examples.input().padding();
        for (int row = 0; row < padding.rows(); row++) {
            for (int position : padding.used()) {
                if (padding.at(row, position)) {
                    return slices.code(row, position);
                }
            }
        }
        return Slices.ZEROS;
    }
}
