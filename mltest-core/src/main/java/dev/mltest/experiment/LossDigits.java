package dev.mltest.experiment;

import dev.mltest.evidence.LossDigitsEvidence;
import dev.mltest.evidence.LossDigitsEvidence.Case;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.Optional;
import java.util.function.Function;

/**
 * How many digits does the model's own loss keep when outputs are extreme? Its formula, if the loss
 * turns out to have a known one, is evaluated in double precision beside it; otherwise the same
 * loss of a twin in double precision is.
 */
public record LossDigits() implements Experiment<LossDigitsEvidence> {

    private static final int EXAMPLES = 8;

    @Override
    public String id() {
        return "loss-digits";
    }

    @Override
    public Class<LossDigitsEvidence> evidenceType() {
        return LossDigitsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1).plus(new Price(0, 0, 0, 1));
    }

    @Override
    public LossDigitsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        NamedTensors outputs = model.evaluate(batch, Mode.INFERENCE).outputs().toArrays();
        OwnLoss loss = new OwnLoss(model, batch, outputs);
        if (Double.isNaN(loss.of(outputs))) {
            throw new NotAvailableException("the loss of made-up outputs cannot be evaluated here");
        }
        MadeUpOutputs made = MadeUpOutputs.of(bench.subject().task(), batch, outputs);
        return besideFormula(bench, made, loss)
                .orElseGet(() -> besideTwin(bench, model, batch, made, loss));
    }

    private static Optional<LossDigitsEvidence> besideFormula(
            Bench bench, MadeUpOutputs made, OwnLoss loss) {
        return made.known()
                .flatMap(known -> known.of(outputs -> loss.of(outputs), bench.random("ordinary"))
                        .map(exact -> {
                            ArrayTensor unit = known.ordinary(bench.random("unit"));
                            return evidence(bench, made, loss, name -> exact, exact.of(unit));
                        }));
    }

    private static LossDigitsEvidence besideTwin(
            Bench bench, Differentiable model, Batch batch, MadeUpOutputs made, OwnLoss loss) {
        try (Differentiable twin = model.inDoublePrecision()) {
            OwnLoss exact = new OwnLoss(twin, batch, made.inDoublePrecision());
            double own = agreed(loss.of(made.outputs()), exact.of(made.inDoublePrecision()));
            double unit = made.known()
                    .map(known -> Math.abs(exact.of(known.ordinary(bench.random("unit")))))
                    .filter(Double::isFinite)
                    .orElse(own);
            return evidence(bench, made, loss, name -> twinsLoss(exact, name), unit);
        }
    }

    private static double agreed(double own, double exact) {
        if (!(Math.abs(own - exact) <= Math.abs(exact) / 2)) {
            throw new NotAvailableException(
                    "the loss has no known formula, and that of a twin in double precision is %s in place of %s on the model's own outputs"
                            .formatted(exact, own));
        }
        return Math.abs(exact);
    }

    private static ExactLoss twinsLoss(OwnLoss loss, String name) {
        return new ExactLoss(
                "the same loss in FLOAT64", false, (outputs, ceiling) -> loss.with(name, outputs));
    }

    private static LossDigitsEvidence evidence(
            Bench bench,
            MadeUpOutputs made,
            OwnLoss loss,
            Function<String, ExactLoss> exact,
            double unit) {
        String first = made.names().get(0);
        ElementType type = made.typeOf(first);
        return new LossDigitsEvidence(
                type.name(),
                type.epsilon(),
                Strain.largest(type) / made.outputs().get(first).shape().elements(),
                exact.apply(first).words(),
                exact.apply(first).isFormula(),
                unit,
                made.names().stream()
                        .flatMap(name -> made.patterns(name).stream()
                                .map(pattern -> compared(bench, made, loss, exact, name, pattern)))
                        .toList());
    }

    private static Case compared(
            Bench bench,
            MadeUpOutputs made,
            OwnLoss loss,
            Function<String, ExactLoss> exact,
            String name,
            OutputPattern pattern) {
        ElementType type = made.typeOf(name);
        ArrayTensor outputs = pattern.values().as(type).as(ElementType.FLOAT64);
        return exact.apply(name)
                .beside(
                        loss.with(name, outputs),
                        pattern,
                        outputs,
                        type,
                        new Perturbation(type.epsilon(), bench.random("perturbation")));
    }
}
