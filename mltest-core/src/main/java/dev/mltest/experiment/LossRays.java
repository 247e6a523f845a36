package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RaysEvidence;
import dev.mltest.evidence.RaysEvidence.Ray;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where does the loss go when outputs go far? Each output by itself is sent up, down, to either
 * side at random and along the targets, and the model's own loss is evaluated there.
 */
public record LossRays() implements Experiment<RaysEvidence> {

    private static final List<Double> FACTORS = List.of(1.0, 10.0, 100.0, 1000.0, 10000.0);

    @Override
    public String id() {
        return "loss-rays";
    }

    @Override
    public Class<RaysEvidence> evidenceType() {
        return RaysEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public RaysEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        NamedTensors outputs = model.evaluate(batch, Mode.INFERENCE).outputs().toArrays();
        OwnLoss loss = new OwnLoss(model, batch, outputs);
        double unit = unit(bench.subject().task(), batch);
        if (Double.isNaN(loss.of(outputs))) {
            throw new NotAvailableException("the loss of made-up outputs cannot be evaluated here");
        }
        List<Ray> rays = new ArrayList<>();
        outputs.asMap().forEach((name, output) -> {
            if (output.elementType().isFloating()) {
                rays.addAll(from(bench, loss, name, output, batch, unit));
            }
        });
        return new RaysEvidence(FACTORS.stream().map(factor -> factor * unit).toList(), rays);
    }

    /** As far as the furthest real target, so that what looks like falling is not the way there. */
    private static double unit(Task task, Batch batch) {
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        return real && !batch.targets().isEmpty()
                ? Math.max(1, batch.target().summary().maxAbs())
                : 1;
    }

    private static List<Ray> from(
            Bench bench, OwnLoss loss, String name, Tensor output, Batch batch, double unit) {
        int length = (int) output.shape().elements();
        RandomGenerator random = bench.random(name);
        List<Ray> rays = new ArrayList<>();
        rays.add(ray(loss, name, "up", filled(output, unit)));
        rays.add(ray(loss, name, "down", filled(output, -unit)));
        double[] sides = new double[length];
        Arrays.setAll(sides, i -> unit * random.nextGaussian());
        rays.add(ray(loss, name, "to random sides", like(output, sides)));
        if (!batch.targets().isEmpty() && batch.target().length() == length) {
            rays.add(ray(
                    loss,
                    name,
                    "along the targets",
                    like(output, standardised(batch.target(), unit))));
        }
        return rays;
    }

    private static ArrayTensor filled(Tensor output, double value) {
        double[] values = new double[(int) output.shape().elements()];
        Arrays.fill(values, value);
        return like(output, values);
    }

    private static ArrayTensor like(Tensor output, double[] values) {
        return ArrayTensor.ofDoubles(output.shape(), values);
    }

    private static double[] standardised(ArrayTensor target, double unit) {
        TensorSummary summary = target.summary();
        double mean = summary.mean();
        double spread = target.map(value -> value - mean).summary().rms();
        return Arrays.stream(target.toDoubles())
                .map(value -> spread > 0 ? unit * (value - mean) / spread : 0)
                .toArray();
    }

    private static Ray ray(OwnLoss loss, String name, String direction, ArrayTensor unit) {
        return new Ray(
                name,
                direction,
                FACTORS.stream()
                        .map(factor -> loss.with(name, unit.map(value -> factor * value)))
                        .toList());
    }
}
