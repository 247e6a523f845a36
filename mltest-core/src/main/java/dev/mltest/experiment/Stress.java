package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.StressEvidence;
import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Do loss and gradients survive inputs and outputs far from the ordinary? Outputs are driven to 200
 * by scaling the last layer: {@code exp(200)} overflows single precision (at 88.7) but not double
 * (at 709.8), so the twin tells a fragile formula from a loss that is truly infinite.
 */
public record Stress() implements Experiment<StressEvidence> {

    private static final int EXAMPLES = 8;
    private static final double EXTREME = 200;
    private static final double ALMOST_SILENT = 1e-3;
    private static final double LESS = 0.25;

    @Override
    public String id() {
        return "stress";
    }

    @Override
    public Class<StressEvidence> evidenceType() {
        return StressEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price trial = Price.gradients(2).plus(Price.forwards(4));
        Batch one = model.trainingData().examples(0);
        int trials = (StressBatch.hasFloatingInputs(one) ? 6 : 2) + (one.masks().isEmpty() ? 0 : 2);
        return trial.times(trials).plus(new Price(2 + 2 * StressRange.TRIES, 0, 0, 2));
    }

    @Override
    public StressEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Optional<Differentiable> twin = twin(model);
        try {
            Batch batch = bench.batch(0).firstRows(EXAMPLES);
            requireNumbers(model, batch);
            ElementType type = Strain.coarsest(model);
            return new StressEvidence(
                    type.epsilon(),
                    Strain.largest(type),
                    Strain.smallest(type),
                    trials(model, twin, batch, StressRange.of(bench.subject().task(), batch)));
        } finally {
            twin.ifPresent(Differentiable::close);
        }
    }

    private static void requireNumbers(Differentiable model, Batch batch) {
        if (model.predict(batch).any(output -> output.summary().nonFinite() > 0)) {
            throw new NotAvailableException("outputs are NaN or infinite without any stress");
        }
    }

    private static List<Trial> trials(
            Differentiable model, Optional<Differentiable> twin, Batch batch, StressRange range) {
        List<Trial> trials = new ArrayList<>();
        Strain strain = new Strain(model, twin);
        ofInputs(batch, range, twin.orElse(model)).forEach(each -> trials.add(strain.trial(each)));
        if (StressBatch.hasFloatingInputs(batch)) {
            strain.tolerant(StressBatch.constant(batch)).ifPresent(trials::add);
        }
        StressBatch.masked(batch).flatMap(strain::tolerant).ifPresent(trials::add);
        OneStep.of(batch).flatMap(strain::tolerant).ifPresent(trials::add);
        trials.add(strain.undone(StressBatch.repeated(batch)));
        String driven = drive(model, twin, batch, range);
        trials.add(strain.trial(new StressBatch(driven, batch, Mode.INFERENCE)));
        return trials;
    }

    private static List<StressBatch> ofInputs(
            Batch batch, StressRange range, Differentiable exact) {
        List<StressBatch> batches = new ArrayList<>();
        if (StressBatch.hasFloatingInputs(batch)) {
            double factor = range.inputFactor(value -> exact.scoped(
                    () -> exact.predict(StressBatch.times(batch, value)).toArrays()));
            batches.add(StressBatch.zeros(batch));
            batches.add(StressBatch.small(batch));
            batches.add(StressBatch.large(batch, factor));
        }
        return batches;
    }

    /** Scales the last layer of both until the outputs are extreme, but for their range. */
    private static String drive(
            Differentiable model, Optional<Differentiable> twin, Batch batch, StressRange range) {
        LastLayer.of(model).wake();
        double size = Math.max(model.predict(batch).first().summary().maxAbs(), ALMOST_SILENT);
        double reach = Math.min(EXTREME, range.most());
        scale(model, twin, reach / size);
        Differentiable exact = twin.orElse(model);
        for (int i = 0; i < StressRange.TRIES && range.isLeftBy(exact.predict(batch)); i++) {
            scale(model, twin, LESS);
        }
        return "outputs driven to " + Math.round(reach);
    }

    private static void scale(Differentiable model, Optional<Differentiable> twin, double factor) {
        LastLayer.of(model).scale(factor);
        twin.ifPresent(exact -> LastLayer.of(exact).scale(factor));
    }

    private static Optional<Differentiable> twin(Differentiable model) {
        try {
            return Optional.of(model.inDoublePrecision());
        } catch (NotAvailableException unavailable) {
            return Optional.empty();
        }
    }
}
