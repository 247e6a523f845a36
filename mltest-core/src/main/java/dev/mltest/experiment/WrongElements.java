package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.WrongElementsEvidence;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which elements of a tensor is its gradient wrong? Halves are moved by themselves, then halves
 * of the half in which the slope is off by more, as long as the other one is off by less than a
 * hundredth of that.
 *
 * @param tensor name of the tensor
 */
public record WrongElements(String tensor) implements Experiment<WrongElementsEvidence> {

    private static final int HALVINGS = 30;
    private static final int DIRECTIONS = 2;
    private static final double RIGHT = 0.01;

    @Override
    public String id() {
        return "wrong-elements(" + tensor + ")";
    }

    @Override
    public Class<WrongElementsEvidence> evidenceType() {
        return WrongElementsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return SlopeBench.PRICE.plus(
                Price.forwards(2L * HALVINGS * DIRECTIONS * (1 + SlopeAlong.EVALUATIONS)));
    }

    @Override
    public WrongElementsEvidence perform(Bench bench) {
        try (SlopeBench exact = SlopeBench.of(bench)) {
            SlopeProbe probe = exact.probe();
            List<ArrayTensor> directions = IntStream.range(0, DIRECTIONS)
                    .mapToObj(i -> probe.direction(List.of(tensor), bench.random("halves " + i)))
                    .map(direction -> direction.get(tensor).toArray())
                    .toList();
            return narrowed(probe, directions);
        }
    }

    private WrongElementsEvidence narrowed(SlopeProbe probe, List<ArrayTensor> directions) {
        int from = 0;
        int to = directions.get(0).length();
        Slope slope = worst(probe, directions, from, to);
        for (int i = 0; i < HALVINGS && to - from > 1; i++) {
            int middle = (from + to) / 2;
            Slope low = worst(probe, directions, from, middle);
            Slope high = worst(probe, directions, middle, to);
            boolean inLow = low.error() >= high.error();
            if (Math.min(low.error(), high.error()) > RIGHT * (inLow ? low : high).error()) {
                break;
            }
            slope = inLow ? low : high;
            from = inLow ? from : middle;
            to = inLow ? middle : to;
        }
        return new WrongElementsEvidence(from, to - from, slope);
    }

    private Slope worst(SlopeProbe probe, List<ArrayTensor> directions, int from, int to) {
        return directions.stream()
                .map(direction -> probe.slope(NamedTensors.of(tensor, kept(direction, from, to))))
                .max(Comparator.comparingDouble(Slope::error))
                .orElseThrow();
    }

    private static ArrayTensor kept(ArrayTensor direction, int from, int to) {
        double[] part = new double[direction.length()];
        for (int i = from; i < to; i++) {
            part[i] = direction.get(i);
        }
        return ArrayTensor.of(direction.elementType(), direction.shape(), part);
    }
}
