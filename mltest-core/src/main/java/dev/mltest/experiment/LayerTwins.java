package dev.mltest.experiment;

import dev.mltest.evidence.LayerTwinsEvidence;
import dev.mltest.evidence.LayerTwinsEvidence.Pair;
import dev.mltest.evidence.Price;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * Do two layers start with the same random weights? Weights that were copied on purpose, from one
 * pretrained layer into two for example, are told apart by another seed: it draws anew what is
 * drawn.
 */
public record LayerTwins() implements Experiment<LayerTwinsEvidence> {

    private static final int FEW = 8;
    private static final int LOOKED_AT = 1024;

    @Override
    public String id() {
        return "layer-twins";
    }

    @Override
    public Class<LayerTwinsEvidence> evidenceType() {
        return LayerTwinsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return new Price(0, 0, 0, 3);
    }

    @Override
    public LayerTwinsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        long otherSeed = bench.seed() + 1;
        try (Predictor other = bench.anotherModel(otherSeed)) {
            if (!(other instanceof Differentiable elsewhere)) {
                throw new NotAvailableException("the factory's second model can only predict");
            }
            return new LayerTwinsEvidence(
                    bench.seed(),
                    otherSeed,
                    pairs(
                            model.parameters(),
                            ParameterValues.kept(model),
                            ParameterValues.kept(elsewhere)));
        }
    }

    private static List<Pair> pairs(
            List<Parameter> parameters,
            Map<ParameterPath, Tensor> here,
            Map<ParameterPath, Tensor> elsewhere) {
        List<Parameter> drawn = parameters.stream()
                .filter(Parameter::isTrainable)
                .filter(parameter -> looksDrawn(of(here, parameter)))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int second = 1; second < drawn.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (drawn.get(first).shape().equals(drawn.get(second).shape())) {
                    pairs.add(pair(drawn.get(first), drawn.get(second), here, elsewhere));
                }
            }
        }
        return pairs;
    }

    private static Pair pair(
            Parameter first,
            Parameter second,
            Map<ParameterPath, Tensor> here,
            Map<ParameterPath, Tensor> elsewhere) {
        return new Pair(
                first,
                second.path(),
                differing(of(here, first), of(here, second)),
                differing(of(elsewhere, first), of(elsewhere, second)),
                ParameterValues.differing(here, elsewhere, second.path()));
    }

    private static long differing(Tensor one, Tensor other) {
        var difference = one.differenceFrom(other);
        return difference.changed() + difference.nonFinite();
    }

    private static Tensor of(Map<ParameterPath, Tensor> values, Parameter parameter) {
        return Objects.requireNonNull(values.get(parameter.path()));
    }

    /** Many values, and mostly different ones. */
    private static boolean looksDrawn(Tensor values) {
        double[] some =
                DoubleStream.of(values.toArray().toDoubles()).limit(LOOKED_AT).toArray();
        return some.length >= FEW && 2 * DoubleStream.of(some).distinct().count() > some.length;
    }
}
