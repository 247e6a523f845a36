package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.stream.IntStream;

/**
 * Which positions of which rows are padding.
 *
 * @param isPadding by row and position
 */
record PaddedPositions(boolean[][] isPadding) {

    /** Where a mask [N x T] is 0; axes of size 1 do not count. */
    static PaddedPositions of(ArrayTensor mask) {
        int length = mask.rowLength();
        int rows = Math.toIntExact(mask.shape().size(0));
        boolean[][] found = new boolean[rows][length];
        for (int i = 0; i < mask.length(); i++) {
            found[i / length][i % length] = mask.get(i) == 0;
        }
        return new PaddedPositions(found);
    }

    /** The run of this value at the end of each row, or at the start if there is more of it. */
    static PaddedPositions of(Slices slices, double value) {
        PaddedPositions behind = new PaddedPositions(runs(slices, value, false));
        PaddedPositions before = new PaddedPositions(runs(slices, value, true));
        return before.count() > behind.count() ? before : behind;
    }

    private static boolean[][] runs(Slices slices, double value, boolean inFront) {
        int length = slices.count();
        boolean[][] found = new boolean[slices.rows()][length];
        for (int row = 0; row < found.length; row++) {
            for (int i = 0; i < length; i++) {
                int position = inFront ? i : length - 1 - i;
                if (!slices.isAll(value, row, position)) {
                    break;
                }
                found[row][position] = true;
            }
        }
        return found;
    }

    boolean at(int row, int position) {
        return isPadding[row][position];
    }

    int rows() {
        return isPadding.length;
    }

    int length() {
        return rows() == 0 ? 0 : isPadding[0].length;
    }

    int count() {
        return IntStream.range(0, rows()).map(this::count).sum();
    }

    int count(int row) {
        return (int) IntStream.range(0, length())
                .filter(position -> at(row, position))
                .count();
    }

    /** Positions that are padding in some row. */
    int[] used() {
        return IntStream.range(0, length())
                .filter(position -> IntStream.range(0, rows()).anyMatch(row -> at(row, position)))
                .toArray();
    }

    /** Whether more rows begin than end with padding. */
    boolean isInFront() {
        long first = IntStream.range(0, rows()).filter(row -> at(row, 0)).count();
        long last =
                IntStream.range(0, rows()).filter(row -> at(row, length() - 1)).count();
        return first > last;
    }

    /** The rows with most padding, at most so many. */
    int[] mostPadded(int most) {
        return IntStream.range(0, rows())
                .boxed()
                .sorted((one, other) -> Integer.compare(count(other), count(one)))
                .limit(most)
                .mapToInt(row -> row)
                .toArray();
    }

    /** How many positions at the padded end are padding in every one of these rows. */
    int shared(int... rows) {
        int shared = 0;
        while (shared < length() && allPadding(shared, rows)) {
            shared++;
        }
        return shared;
    }

    private boolean allPadding(int fromTheEnd, int... rows) {
        int position = isInFront() ? fromTheEnd : length() - 1 - fromTheEnd;
        return IntStream.of(rows).allMatch(row -> at(row, position));
    }

    PaddedPositions rows(int... rows) {
        return new PaddedPositions(
                IntStream.of(rows).mapToObj(row -> isPadding[row]).toArray(boolean[][]::new));
    }
}
