package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Which units of one layer never change their output, neither before training nor after it. A value
 * counts as changed if it is off by more than round-off from the first that the unit put out in the
 * same state of training.
 */
final class UnitTally {

    private static final double SAME = 1e-6;
    private static final int STEPPED = 3;

    private final int axis;
    private final int units;
    private final BitSet moves = new BitSet();
    private final BitSet awake = new BitSet();
    private final double[][] first = new double[2][];
    private boolean isSequence;
    private final Set<Double> levels = new HashSet<>();
    private int fewestAwake = Integer.MAX_VALUE;
    private int mostAwake;
    private double least = Double.POSITIVE_INFINITY;

    UnitTally(int axis, int units) {
        this.axis = axis;
        this.units = units;
    }

    int units() {
        return units;
    }

    /** Takes in what the layer puts out for one batch. */
    void add(ArrayTensor value, boolean trained) {
        int state = trained ? 1 : 0;
        isSequence = value.shape().rank() == 3;
        int inner = 1;
        for (int i = axis + 1; i < value.shape().rank(); i++) {
            inner *= (int) value.shape().size(i);
        }
        for (int i = 0; i < value.length(); i++) {
            see(i / inner % units, value.get(i), state);
        }
        if (value.shape().rank() == 2) {
            countAwake(value);
        }
    }

    private void see(int unit, double value, int state) {
        if (first[state] == null) {
            first[state] = new double[units];
            Arrays.fill(first[state], Double.NaN);
        }
        double known = first[state][unit];
        if (Double.isNaN(value)) {
            moves.set(unit);
        } else if (Double.isNaN(known)) {
            first[state][unit] = value;
        } else if (!(Math.abs(value - known)
                <= SAME * Math.max(Math.abs(value), Math.abs(known)))) {
            moves.set(unit);
        }
        least = Math.min(least, value);
        if (levels.size() <= STEPPED) {
            levels.add(value);
        }
    }

    private void countAwake(ArrayTensor rows) {
        for (int row = 0; row < rows.shape().size(0); row++) {
            int count = 0;
            for (int unit = 0; unit < units; unit++) {
                if (rows.get(row * units + unit) != 0) {
                    awake.set(unit);
                    count++;
                }
            }
            fewestAwake = Math.min(fewestAwake, count);
            mostAwake = Math.max(mostAwake, count);
        }
    }

    /** The units that never moved. */
    BitSet stuck() {
        BitSet stuck = new BitSet();
        stuck.set(0, units);
        stuck.andNot(moves);
        return stuck;
    }

    /** How many of these were stuck at the smallest number that the layer ever put out. */
    int atLeast(BitSet stuck) {
        return (int) stuck.stream()
                .filter(unit -> Math.abs(first[0][unit] - least) <= SAME * Math.abs(least))
                .count();
    }

    double least() {
        return least;
    }

    /**
     * Whether these are no units that answer each by itself: those of a step function take a few
     * values only, where the largest few are chosen each row has as many that are not 0, and what
     * is stuck at one end of a sequence is padding.
     */
    boolean isNoUnits() {
        boolean isChosen = fewestAwake == mostAwake && awake.cardinality() > mostAwake;
        boolean isStepped = levels.size() <= STEPPED && !moves.isEmpty();
        return isChosen || isStepped || isSequence && isPadded();
    }

    private boolean isPadded() {
        BitSet stuck = stuck();
        int run = stuck.length() - Math.max(0, stuck.nextSetBit(0));
        boolean touchesAnEnd = stuck.get(0) || stuck.get(units - 1);
        return touchesAnEnd && run == stuck.cardinality();
    }
}
