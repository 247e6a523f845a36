package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.evidence.SameSeedEvidence.SeededParameter;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Differentiable;
import dev.mltest.model.FrozenParameters;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Does the same seed give the same model and the same first steps, and another seed another model?
 */
public record SameSeed() implements Experiment<SameSeedEvidence> {

    private static final int STEPS = 2;
    private static final int MOST_ELEMENTS = 4096;

    @Override
    public String id() {
        return "same-seed";
    }

    @Override
    public Class<SameSeedEvidence> evidenceType() {
        return SameSeedEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.steps(3 * STEPS).plus(new Price(0, 0, 0, 3 * (STEPS + 1)));
    }

    @Override
    public SameSeedEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        long other = bench.seed() + 1;
        var start = ParameterValues.kept(model);
        try (Predictor second = bench.anotherModel(bench.seed());
                Predictor third = bench.anotherModel(other)) {
            var again = ParameterValues.kept(differentiable(second));
            var elsewhere = ParameterValues.kept(differentiable(third));
            Steps steps = Steps.of(bench, model, differentiable(second));
            List<SeededParameter> seen = model.parameters().stream()
                    .map(each -> seen(bench, each, start, again, elsewhere, steps))
                    .toList();
            return new SameSeedEvidence(
                    bench.seed(),
                    other,
                    steps.repeat(),
                    steps.taken(),
                    steps.parting(),
                    seen,
                    new Twins(start, elsewhere).among(seen));
        }
    }

    private static Differentiable differentiable(Predictor model) {
        if (model instanceof Differentiable differentiable) {
            return differentiable;
        }
        throw new NotAvailableException("the factory's second model can only predict");
    }

    private static SeededParameter seen(
            Bench bench,
            Parameter parameter,
            Map<ParameterPath, Tensor> start,
            Map<ParameterPath, Tensor> again,
            Map<ParameterPath, Tensor> elsewhere,
            Steps steps) {
        ParameterPath path = parameter.path();
        ArrayTensor values = Objects.requireNonNull(start.get(path)).toArray();
        int elements = Math.min(values.length(), MOST_ELEMENTS);
        Optional<FrozenParameters> frozen = bench.subject().declarations().frozen();
        return new SeededParameter(
                parameter,
                frozen.filter(declared -> declared.covers(path)).isPresent(),
                elements,
                (int) DoubleStream.of(values.toDoubles())
                        .limit(elements)
                        .distinct()
                        .count(),
                ParameterValues.differing(start, again, path),
                ParameterValues.difference(start, again, path).maxAbs(),
                steps.differing(path),
                ParameterValues.differing(start, elsewhere, path));
    }

    /** The first steps of two models of one seed, and of the first once more. */
    private record Steps(
            List<Map<ParameterPath, Tensor>> first,
            List<Map<ParameterPath, Tensor>> repeated,
            List<Map<ParameterPath, Tensor>> second) {

        static Steps of(Bench bench, Differentiable model, Differentiable other) {
            if (!(model instanceof Trainable one) || !(other instanceof Trainable two)) {
                return new Steps(List.of(), List.of(), List.of());
            }
            try (Snapshot before = one.snapshot()) {
                var first = steps(bench, one);
                one.restore(before);
                return new Steps(first, steps(bench, one), steps(bench, two));
            }
        }

        private static List<Map<ParameterPath, Tensor>> steps(Bench bench, Trainable model) {
            model.seed(bench.seed());
            List<Map<ParameterPath, Tensor>> values = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                model.step(bench.batch(i));
                values.add(ParameterValues.kept(model));
            }
            return values;
        }

        int taken() {
            return first.size();
        }

        boolean repeat() {
            return parting(repeated) == 0;
        }

        int parting() {
            return parting(second);
        }

        private int parting(List<Map<ParameterPath, Tensor>> others) {
            for (int i = 0; i < first.size(); i++) {
                if (!ParameterValues.same(first.get(i), others.get(i))) {
                    return i + 1;
                }
            }
            return 0;
        }

        long differing(ParameterPath path) {
            int step = parting();
            return step == 0
                    ? 0
                    : ParameterValues.differing(first.get(step - 1), second.get(step - 1), path);
        }
    }
}
