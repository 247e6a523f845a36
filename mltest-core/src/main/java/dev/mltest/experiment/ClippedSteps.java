package dev.mltest.experiment;

import dev.mltest.evidence.ClippingEvidence;
import dev.mltest.evidence.ClippingEvidence.Step;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredClipping;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Numbers;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * How does the first update grow with the gradient? The gradient is made smaller and larger by
 * scaling what is seen, or else the last layer; by scaling errors where values are estimated, and
 * by more and more certainty where classes are.
 */
public record ClippedSteps() implements Experiment<ClippingEvidence> {

    private static final List<Double> FACTORS =
            List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0);
    private static final List<Double> SCORES = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    private static final int KNOBS = 2;

    @Override
    public String id() {
        return "clipped-steps";
    }

    @Override
    public Class<ClippingEvidence> evidenceType() {
        return ClippingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price each = Price.gradients(1).plus(Price.steps(1)).times((long) KNOBS * FACTORS.size());
        return Loops.priced(
                model, DeclaredClipping.class, each.plus(Price.forwards(SCORES.size())));
    }

    @Override
    public ClippingEvidence perform(Bench bench) {
        DeclaredClipping declared = bench.subject()
                .declarations()
                .require(
                        DeclaredClipping.class,
                        "gradient clipping",
                        ".clippingNormAt(1.0) or .clippingValuesAt(0.5)");
        Trainable model = bench.trainable();
        SizedStep sized = new SizedStep(model, declared.byNorm(), bench.seed());
        List<Step> steps = new ArrayList<>(withOtherInputs(bench, model, sized));
        steps.addAll(withOtherErrors(bench, model, sized));
        if (steps.isEmpty()) {
            throw new NotAvailableException(
                    "no step repeats the loss that its gradient belongs to");
        }
        return new ClippingEvidence(declared.limit(), declared.byNorm(), steps);
    }

    private static List<Step> withOtherInputs(Bench bench, Trainable model, SizedStep sized) {
        Batch batch = bench.batch(0);
        boolean scalable = batch.inputs().any(input -> input.elementType().isFloating());
        List<Step> steps = new ArrayList<>();
        for (double factor : FACTORS) {
            String name = (scalable ? "inputs" : "last layer") + " times " + Numbers.text(factor);
            sized.on(
                            name,
                            () -> scalable
                                    ? scaledInputs(batch, factor)
                                    : scaledLayer(model, batch, factor))
                    .ifPresent(steps::add);
        }
        return steps;
    }

    private static List<Step> withOtherErrors(Bench bench, Trainable model, SizedStep sized) {
        Batch batch = bench.batch(0);
        List<Step> steps = new ArrayList<>();
        if (ScaledErrors.suit(bench.subject().task())) {
            NamedTensors own = ScaledErrors.ownOutputs(bench, model, batch);
            for (double factor : own.isEmpty() ? List.<Double>of() : FACTORS) {
                sized.on(
                                "errors times " + Numbers.text(factor),
                                () -> ScaledErrors.times(batch, own, factor))
                        .ifPresent(steps::add);
            }
        } else {
            SilentBatch certain = new SilentBatch(bench, model);
            SCORES.forEach(score -> sized.on(
                            "scores of " + Numbers.text(score), () -> certain.certain(score))
                    .ifPresent(steps::add));
        }
        return steps;
    }

    private static Batch scaledLayer(Trainable model, Batch batch, double factor) {
        LastLayer.of(model).scale(factor);
        return batch;
    }

    private static Batch scaledInputs(Batch batch, double factor) {
        return batch.withInputs(batch.inputs()
                .map((name, input) -> input.elementType().isFloating()
                        ? input.toArray().map(x -> x * factor)
                        : input));
    }
}
