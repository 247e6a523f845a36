package dev.mltest.experiment.treatment;

import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;
import dev.mltest.model.Trainable;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The initial weights are drawn again as Glorot and Bengio (2010) do: normal, of variance {@code 2
 * / (fan in + fan out)}, which is the same whichever axis comes first; and the biases beside them
 * are set to 0. Layers without weights of two axes, normalisation for one, stay.
 */
public record RedrawnWeights() implements Treatment {

    @Override
    public String id() {
        return "redrawn-weights";
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        List<Parameter> weights = model.parameters().stream()
                .filter(parameter -> isWeight(parameter) && parameter.isTrainable())
                .toList();
        if (weights.isEmpty()) {
            throw new NotAvailableException("there are no weights to draw");
        }
        Parameter worst = weights.stream()
                .max(Comparator.comparingDouble(weight -> strangeness(model, weight)))
                .orElseThrow();
        String change = "%s has elements of deviation %s, a standard draw has %s"
                .formatted(
                        worst.path(),
                        Numbers.text(deviation(model.value(worst.path()))),
                        Numbers.text(standard(worst)));
        Set<String> layers =
                weights.stream().map(weight -> weight.path().layer()).collect(Collectors.toSet());
        model.parameters().stream()
                .filter(parameter -> parameter.isTrainable() && !isWeight(parameter))
                .filter(bias -> layers.contains(bias.path().layer()))
                .forEach(bias -> model.assign(bias.path(), zeros(bias)));
        weights.forEach(weight -> model.assign(weight.path(), drawn(bench, weight)));
        return Treated.of(batch, worst.describe(), change);
    }

    private static boolean isWeight(Parameter parameter) {
        return parameter.shape().rank() > 1;
    }

    /** How many times its deviation is too small or too large, as a logarithm. */
    private static double strangeness(Trainable model, Parameter weight) {
        double deviation = deviation(model.value(weight.path()));
        return deviation == 0
                ? Double.POSITIVE_INFINITY
                : Math.abs(Math.log(deviation / standard(weight)));
    }

    private static double deviation(Tensor value) {
        TensorSummary summary = value.summary();
        if (summary.min() == summary.max()) {
            return 0;
        }
        double square = summary.rms() * summary.rms() - summary.mean() * summary.mean();
        return Math.sqrt(Math.max(0, square));
    }

    private static double standard(Parameter weight) {
        long in = weight.shape().size(0);
        long out = weight.shape().size(1);
        double field = (double) weight.shape().elements() / (in * out);
        return Math.sqrt(2 / ((in + out) * field));
    }

    private static Tensor drawn(Bench bench, Parameter weight) {
        RandomGenerator random = bench.random("redrawn " + weight.path());
        double deviation = standard(weight);
        return zeros(weight).map(zero -> deviation * random.nextGaussian());
    }

    private static ArrayTensor zeros(Parameter parameter) {
        return ArrayTensor.filled(parameter.elementType(), parameter.shape(), 0);
    }
}
