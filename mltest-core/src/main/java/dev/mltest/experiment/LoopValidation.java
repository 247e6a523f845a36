package dev.mltest.experiment;

import dev.mltest.evidence.LoopValidationEvidence;
import dev.mltest.evidence.LoopValidationEvidence.ValidatedParameter;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.TensorDifference;

import java.util.List;
import java.util.Map;

/**
 * Does validation leave the model as it was? What it does to optimiser and gradients cannot be
 * read, but it shows: the next step then differs from the same step without validation.
 */
public record LoopValidation() implements Experiment<LoopValidationEvidence> {

    private static final int RUNS = 3;
    private static final int UPDATES = 2;

    @Override
    public String id() {
        return "loop-validation";
    }

    @Override
    public Class<LoopValidationEvidence> evidenceType() {
        return LoopValidationEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(
                model,
                Price.steps(RUNS * UPDATES * Loops.accumulated(model))
                        .plus(Price.forwards(TrainingNoiseSeen.PASSES))
                        .plus(new Price(0, 0, 0, 5)));
    }

    @Override
    public LoopValidationEvidence perform(Bench bench) {
        Run with = Run.of(bench, true);
        String whyNot = with.steps() ? "" : "the declared training loop takes no single .step(...)";
        if (whyNot.isEmpty() && drawsNoise(bench)) {
            whyNot = "training draws random numbers, and validation may draw some, too";
        }
        if (!whyNot.isEmpty()) {
            return new LoopValidationEvidence(
                    false, whyNot, with.parameters().stream().map(with::moved).toList());
        }
        Run without = Run.of(bench, false);
        if (!ParameterValues.same(without.end(), Run.of(bench, false).end())) {
            return new LoopValidationEvidence(
                    false,
                    "the loop does not repeat its own steps to the bit",
                    with.parameters().stream().map(with::moved).toList());
        }
        return new LoopValidationEvidence(
                true,
                "",
                with.parameters().stream()
                        .map(each -> with.moved(each, without))
                        .toList());
    }

    private static boolean drawsNoise(Bench bench) {
        try {
            return TrainingNoiseSeen.drawsNoise(bench);
        } catch (NotAvailableException unknown) {
            return true;
        }
    }

    /** A few steps, with or without validation before the last update. */
    private record Run(
            boolean steps,
            List<Parameter> parameters,
            Map<ParameterPath, ArrayTensor> before,
            Map<ParameterPath, ArrayTensor> after,
            Map<ParameterPath, ArrayTensor> end) {

        static Run of(Bench bench, boolean validates) {
            try (OwnLoop loop = OwnLoop.start(bench, bench.seed())) {
                update(loop, bench, 0);
                var before = loop.values();
                if (validates) {
                    loop.validate();
                }
                var after = loop.values();
                update(loop, bench, 1);
                return new Run(loop.steps(), loop.parameters(), before, after, loop.values());
            }
        }

        private static void update(OwnLoop loop, Bench bench, int index) {
            Batch batch = bench.batch(index);
            for (int i = 0; loop.steps() && i < Loops.accumulated(bench.subject()); i++) {
                loop.step(batch);
            }
        }

        ValidatedParameter moved(Parameter parameter) {
            TensorDifference moved = ParameterValues.difference(before, after, parameter.path());
            return new ValidatedParameter(
                    parameter, moved.changed() + moved.nonFinite(), moved.maxAbs(), 0);
        }

        ValidatedParameter moved(Parameter parameter, Run other) {
            ValidatedParameter seen = moved(parameter);
            return new ValidatedParameter(
                    parameter,
                    seen.moved(),
                    seen.largestMove(),
                    ParameterValues.differing(end, other.end(), parameter.path()));
        }
    }
}
