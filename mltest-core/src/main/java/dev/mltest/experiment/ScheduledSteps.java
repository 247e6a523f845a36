package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.ScheduleEvidence;
import dev.mltest.evidence.ScheduleEvidence.Step;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredRates;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How do updates follow the learning rate? The same step is taken again and again from the same
 * weights. A second round, from the same snapshot, starts on another batch: what differs after it
 * has returned to the first batch is the optimiser's memory of gradients.
 */
public record ScheduledSteps() implements Experiment<ScheduleEvidence> {

    private static final int STEPS = 24;

    /** Odd, so that memories that are emptied every few steps are not empty then. */
    private static final int RETURN = 11;

    /** Declared rates that differ by less are one rate. */
    private static final double DIFFERENCE = 0.01;

    /** An update that rounding changes by more shows no memory. */
    private static final double ROUNDED = 0.01;

    @Override
    public String id() {
        return "scheduled-steps";
    }

    @Override
    public Class<ScheduleEvidence> evidenceType() {
        return ScheduleEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(model, DeclaredRates.class, Price.steps(2 * STEPS));
    }

    @Override
    public ScheduleEvidence perform(Bench bench) {
        double[] rates = rates(bench.subject());
        Batch batch = bench.batch(0);
        Trainable model = bench.trainable();
        return model.scoped(() -> {
            try (Snapshot before = model.snapshot()) {
                RepeatedSteps repeated = new RepeatedSteps(model, bench.seed());
                List<Step> steps = round(repeated, rates, batch, batch);
                model.restore(before);
                List<Step> second = round(repeated, rates, other(batch), batch);
                model.restore(before);
                return new ScheduleEvidence(
                        steps, largest(steps, second, 0, RETURN), carried(steps, second));
            }
        });
    }

    /** Of the same size, made of two examples. */
    private static Batch other(Batch batch) {
        int last = batch.size() - 1;
        return batch.rows(IntStream.rangeClosed(0, last)
                .map(row -> row % 2 == 0 ? 0 : last)
                .toArray());
    }

    private static double[] rates(ModelUnderTest subject) {
        DeclaredRates declared = subject.declarations()
                .require(
                        DeclaredRates.class,
                        "learning rate",
                        ".learningRates(step -> Math.pow(0.9, step))");
        double[] rates = IntStream.range(0, STEPS).mapToDouble(declared::of).toArray();
        double largest = DoubleStream.of(rates).max().orElseThrow();
        double smallest = DoubleStream.of(rates).min().orElseThrow();
        if (largest - smallest <= DIFFERENCE * largest) {
            throw new NotAvailableException(
                    "the declared rates of the first %d steps differ by 1 %% or less"
                            .formatted(STEPS));
        }
        return rates;
    }

    private static List<Step> round(
            RepeatedSteps repeated, double[] rates, Batch first, Batch then) {
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            steps.add(repeated.take(step < RETURN ? first : then, rates[step]));
        }
        return steps;
    }

    /** Where rounding hides the first update after the return, all of it may be memory. */
    private static double carried(List<Step> steps, List<Step> second) {
        Step seen = steps.get(RETURN);
        return seen.rounding() > ROUNDED * seen.length()
                ? 1
                : largest(steps, second, RETURN, STEPS);
    }

    private static double largest(List<Step> one, List<Step> other, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(step -> difference(one.get(step), other.get(step)))
                .max()
                .orElse(0);
    }

    private static double difference(Step one, Step other) {
        if (one.length() == other.length()) {
            return Math.abs(one.turn() - other.turn());
        }
        double longer = Math.max(one.length(), other.length());
        return Math.max(
                Math.abs(one.length() - other.length()) / longer,
                Math.abs(one.turn() - other.turn()));
    }
}
