package dev.mltest.experiment;

import dev.mltest.evidence.PairingEvidence;
import dev.mltest.evidence.PairingEvidence.Arrangement;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Does the loss notice when the targets of a batch are exchanged between its examples? Asked of
 * made-up outputs that differ between examples, since an untrained model's may hardly do.
 */
public record LossPairing() implements Experiment<PairingEvidence> {

    private static final int[] SHIFTS = {1, 2, 3};

    @Override
    public String id() {
        return "loss-pairing";
    }

    @Override
    public Class<PairingEvidence> evidenceType() {
        return PairingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public PairingEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        if (batch.targets().isEmpty()) {
            throw new NotAvailableException("there are no targets to exchange");
        }
        NamedTensors outputs = model.evaluate(batch, Mode.INFERENCE).outputs().toArrays();
        List<Arrangement> arrangements = new ArrayList<>();
        for (double[] range : ranges(batch)) {
            NamedTensors varied = varied(bench, outputs, range[0], range[1]);
            double own = new OwnLoss(model, batch, outputs).of(varied);
            for (int shift : SHIFTS) {
                double other = new OwnLoss(model, exchanged(batch, shift), outputs).of(varied);
                arrangements.add(new Arrangement(moved(batch, shift), own, other));
            }
        }
        if (arrangements.stream().allMatch(each -> Double.isNaN(each.own()))) {
            throw new NotAvailableException("the loss of made-up outputs cannot be evaluated here");
        }
        double epsilon = outputs.first().elementType().epsilon();
        return new PairingEvidence(batch.size(), arrangements, epsilon);
    }

    /**
     * From 0.1 to 0.9, where outputs may be probabilities as well as scores; as the targets are.
     */
    private static List<double[]> ranges(Batch batch) {
        TensorSummary target = batch.target().summary();
        return List.of(new double[] {0.1, 0.9}, new double[] {target.min(), target.max()});
    }

    private static NamedTensors varied(Bench bench, NamedTensors outputs, double low, double high) {
        RandomGenerator random = bench.random("pairing");
        return outputs.map((name, output) -> output.elementType().isFloating()
                ? output.toArray().map(value -> low + (high - low) * random.nextDouble())
                : output);
    }

    private static Batch exchanged(Batch batch, int shift) {
        int[] rows = IntStream.range(0, batch.size())
                .map(row -> (row + shift) % batch.size())
                .toArray();
        return batch.withTargets(
                batch.targets().map((name, target) -> target.toArray().rows(rows)));
    }

    private static int moved(Batch batch, int shift) {
        Batch other = exchanged(batch, shift);
        return (int) IntStream.range(0, batch.size())
                .filter(row -> batch.targets().asMap().entrySet().stream()
                        .anyMatch(target -> differ(
                                target.getValue(), other.targets().get(target.getKey()), row)))
                .count();
    }

    private static boolean differ(Tensor own, Tensor other, int row) {
        ArrayTensor mine = own.toArray().rows(row);
        return !mine.equals(other.toArray().rows(row));
    }
}
