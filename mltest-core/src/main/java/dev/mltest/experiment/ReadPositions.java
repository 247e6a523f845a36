package dev.mltest.experiment;

import dev.mltest.evidence.InputGapsEvidence.Gaps;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Positions of one input, the axis of the examples left out, and which of them are read. */
final class ReadPositions {

    private final long[] sizes;
    private final boolean[] read;

    ReadPositions(Shape input) {
        sizes = new long[input.rank() - 1];
        Arrays.setAll(sizes, axis -> input.size(axis + 1));
        read = new boolean[Math.toIntExact(Arrays.stream(sizes).reduce(1, (a, b) -> a * b))];
    }

    /** Marks every position at which some example's element is not zero. */
    void add(ArrayTensor gradient) {
        for (int i = 0; i < gradient.length(); i++) {
            read[i % read.length] |= gradient.get(i) != 0;
        }
    }

    void add(int position) {
        read[position] = true;
    }

    int count() {
        return read.length;
    }

    int gapCount() {
        return count(gaps());
    }

    /** What was seen, {@code moved} being what happened when all gaps were overwritten. */
    Gaps evidence(String input, Shape shape, int passes, double moved) {
        boolean[] gaps = gaps();
        int first = 0;
        while (first < gaps.length && !gaps[first]) {
            first++;
        }
        return new Gaps(
                input,
                shape,
                passes,
                count(read),
                read.length - count(read),
                moved > 0 ? 0 : count(gaps),
                first == gaps.length ? "" : describe(first),
                moved);
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    /** Unread positions with read ones on both sides along some axis. */
    boolean[] gaps() {
        boolean[] gaps = new boolean[read.length];
        int stride = read.length;
        for (long size : sizes) {
            stride = Math.toIntExact(stride / size);
            for (int i = 0; i < read.length; i++) {
                gaps[i] |= !read[i] && isBetween(i, stride, (int) size);
            }
        }
        return gaps;
    }

    private boolean isBetween(int position, int stride, int size) {
        int index = position / stride % size;
        boolean before = false;
        boolean after = false;
        for (int other = 0; other < size; other++) {
            boolean isRead = read[position + (other - index) * stride];
            before |= isRead && other < index;
            after |= isRead && other > index;
        }
        return before && after;
    }

    /** For example {@code [0, 3, 5]}. */
    private String describe(int position) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= (int) sizes[axis];
        }
        return IntStream.range(0, sizes.length)
                .mapToObj(axis -> Long.toString(position / strides[axis] % sizes[axis]))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
