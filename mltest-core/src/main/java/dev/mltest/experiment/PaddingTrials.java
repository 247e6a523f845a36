package dev.mltest.experiment;

import dev.mltest.evidence.PaddingEvidence.Trial;
import dev.mltest.experiment.PositionStand.Movement;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Changes the padding of a few examples in one way after the other, and sees what moves. */
final class PaddingTrials {

    static final int MORE = 2;
    private static final int DRAWS = 2;
    private static final int MOST_POSITIONS = 16;
    private static final int FEW = 4;

    /** Reaction; overwritten, alone; appended; few, and cut. */
    static final int FORWARDS =
            PositionStand.FORWARDS + 1 + DRAWS + MOST_POSITIONS + 1 + PositionStand.FORWARDS + 1;

    private final Bench bench;
    private final PaddedExamples examples;
    private final PositionStand stand;
    private final List<Trial> seen = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    PaddingTrials(Bench bench, PaddedExamples examples) {
        this.bench = bench;
        this.examples = examples;
        this.stand = PositionStand.of(bench, examples.aligned());
        if (stand.positions().areAllUnknown()) {
            throw new NotAvailableException(
                    "no output runs over the positions of '%s' or says one thing of all of them"
                            .formatted(examples.input().name()));
        }
    }

    List<Trial> seen() {
        return seen;
    }

    List<String> refused() {
        return refused;
    }

    /** How far outputs move if what is no padding is overwritten, and what is round-off of it. */
    double[] reaction() {
        Batch other = overwritten((row, position) -> !padding().at(row, position), 0);
        Movement moved = stand.movement(predicted(other), (row, position) -> true);
        return new double[] {moved.moved(), moved.tolerance()};
    }

    void overwrite() {
        if (padding().count() == 0) {
            return;
        }
        Movement worst = Movement.NONE;
        for (int draw = 0; draw < DRAWS; draw++) {
            worst = worst.worse(moved(overwritten(padding()::at, draw)));
        }
        int leaking = worst.isBeyondRoundOff() ? firstLeaking() : -1;
        add("padding overwritten", leaking, worst);
    }

    private int firstLeaking() {
        return IntStream.of(padding().used())
                .limit(MOST_POSITIONS)
                .filter(position -> moved(overwritten(
                                (row, at) -> at == position && padding().at(row, at), 0))
                        .isBeyondRoundOff())
                .findFirst()
                .orElse(-1);
    }

    void append() {
        int length = examples.aligned().length();
        int shift = padding().isInFront() ? MORE : 0;
        if (padding().count() == 0 && !examples.input().byMask()) {
            refused.add("no example has padding to copy");
            return;
        }
        try {
            Batch longer = examples.aligned()
                    .rearranged(length + MORE, MorePadding.of(examples, length, shift));
            add(
                    MORE + " positions of padding added",
                    -1,
                    stand.movement(predicted(longer), this::isValid, at -> at + shift));
        } catch (RuntimeException refusal) {
            refused.add("more padding: " + refusal.getMessage());
        }
    }

    /** Takes the examples with most padding, and off it what is padding in all of them. */
    void cut() {
        int[] most = padding().mostPadded(FEW);
        int less = padding().shared(most);
        if (less > 0) {
            cut(examples.rows(most), less);
        }
    }

    private void cut(PaddedExamples few, int less) {
        PositionStand whole = PositionStand.of(bench, few.aligned());
        int shift = padding().isInFront() ? less : 0;
        int kept = few.aligned().length() - less;
        Slices slices = few.aligned().slices();
        try {
            Batch shorter = few.aligned()
                    .rearranged(kept, (row, position) -> slices.code(row, position + shift));
            Movement moved = whole.movement(
                    predicted(shorter),
                    (row, position) -> !few.input().padding().at(row, position),
                    position -> position - shift < kept ? position - shift : -1);
            add(less + " positions of padding cut off", -1, moved, few);
        } catch (RuntimeException refusal) {
            refused.add("less padding: " + refusal.getMessage());
        }
    }

    private Movement moved(Batch other) {
        return stand.movement(predicted(other), this::isValid);
    }

    private boolean isValid(int row, int position) {
        return !padding().at(row, position);
    }

    private NamedTensors predicted(Batch other) {
        return SteadyOutputs.predicted(bench.predictor(), other);
    }

    private PaddedPositions padding() {
        return examples.input().padding();
    }

    private Batch overwritten(PositionStand.Counting chosen, int draw) {
        RandomGenerator random = bench.random("overwritten positions " + draw);
        Slices slices = examples.aligned().slices();
        return examples.input()
                .with(
                        examples.batch(),
                        slices.rearranged(
                                slices.count(),
                                OtherSlices.where(chosen, slices, padding(), random)));
    }

    private void add(String change, int leaking, Movement moved) {
        add(change, leaking, moved, examples);
    }

    private void add(String change, int leaking, Movement moved, PaddedExamples of) {
        seen.add(new Trial(
                change,
                leaking,
                moved.output(),
                of.rows()[moved.row()],
                moved.position(),
                moved.moved(),
                moved.tolerance()));
    }
}
