package dev.mltest.experiment;

import dev.mltest.evidence.CausalityEvidence;
import dev.mltest.evidence.CausalityEvidence.Change;
import dev.mltest.evidence.CausalityEvidence.Sight;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Declarations;
import dev.mltest.model.DeclaredCausality;
import dev.mltest.model.DeclaredSight;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which positions of the first input does the output at each position react to? One position after
 * the other is overwritten, in all examples, with what stands elsewhere in the data.
 */
public record Causality() implements Experiment<CausalityEvidence> {

    private static final int EXAMPLES = 8;
    private static final int MOST_POSITIONS = 24;

    @Override
    public String id() {
        return "causality";
    }

    @Override
    public Class<CausalityEvidence> evidenceType() {
        return CausalityEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return new Price(PositionStand.FORWARDS + MOST_POSITIONS, 0, 0, 1);
    }

    @Override
    public CausalityEvidence perform(Bench bench) {
        Declarations declared = bench.subject().declarations();
        boolean causal = !declared.of(DeclaredCausality.class).isEmpty();
        int most = declared.of(DeclaredSight.class).stream()
                .mapToInt(DeclaredSight::positions)
                .min()
                .orElse(0);
        if (!causal && most == 0) {
            throw new NotAvailableException(
                    "nothing is declared of what an output may see; write .causal(), or"
                            + " .seesAtMost(5)");
        }
        Awakening.of(bench.predictor());
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        String name = batch.inputs().names().get(0);
        Shape shape = batch.inputs().get(name).shape();
        AlignedBatch aligned = new AlignedBatch(batch, name, axis(bench, name, shape));
        PositionStand stand = PositionStand.of(bench, aligned);
        return new CausalityEvidence(
                name, shape, aligned.length(), causal, most, sights(bench, aligned, stand));
    }

    private static int axis(Bench bench, String name, Shape shape) {
        int declared = bench.subject().declarations().of(DeclaredCausality.class).stream()
                .mapToInt(DeclaredCausality::axis)
                .max()
                .orElse(0);
        if (declared > 0) {
            return declared;
        }
        if (shape.rank() != 2) {
            throw new NotAvailableException(
                    "nothing says along which axis of '%s' %s positions run; write .causalAlong(1),"
                                    .formatted(name, shape)
                            + " or .causalAlong(2) for [N x channels x positions]");
        }
        return 1;
    }

    private static List<Sight> sights(Bench bench, AlignedBatch aligned, PositionStand stand) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        stand.positions().axes().forEach((output, axis) -> {
            if (axis > 0) {
                changes.put(output, new ArrayList<>());
            }
        });
        for (int position : changed(changes.isEmpty() ? 0 : aligned.length())) {
            NamedTensors after = outputs(bench, aligned, position);
            changes.forEach((output, seen) -> seen.add(change(stand, output, after, position)));
        }
        return changes.entrySet().stream()
                .map(entry -> new Sight(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All positions, or that many, evenly spread; the last is always among them. */
    private static int[] changed(int length) {
        int count = Math.min(length, MOST_POSITIONS);
        return IntStream.rangeClosed(1, count)
                .map(i -> (int) ((long) i * length / count) - 1)
                .toArray();
    }

    private static NamedTensors outputs(Bench bench, AlignedBatch aligned, int position) {
        Slices slices = aligned.slices();
        Slices.Source source = OtherSlices.anywhere(
                (row, at) -> at == position, slices, bench.random("position " + position));
        Batch batch = aligned.batch();
        return SteadyOutputs.predicted(
                bench.predictor(),
                batch.withInputs(batch.inputs()
                        .with(aligned.input(), slices.rearranged(slices.count(), source))));
    }

    private static Change change(
            PositionStand stand, String output, NamedTensors after, int changed) {
        double[][] moved = stand.distances(output, after, position -> position);
        int first = -1;
        int last = -1;
        PositionStand.Movement before = PositionStand.Movement.NONE;
        for (int row = 0; row < moved.length; row++) {
            double tolerance = stand.tolerance(output, row);
            for (int position = 0; position < moved[row].length; position++) {
                PositionStand.Movement here = new PositionStand.Movement(
                        output, row, position, moved[row][position], tolerance);
                before = position < changed ? before.worse(here) : before;
                if (here.isBeyondRoundOff()) {
                    first = first < 0 ? position : Math.min(first, position);
                    last = Math.max(last, position);
                }
            }
        }
        return new Change(changed, first, last, before.moved(), before.tolerance());
    }
}
