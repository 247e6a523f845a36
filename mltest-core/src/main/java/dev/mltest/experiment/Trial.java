package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.TrialEvidence;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

/**
 * Does one small batch get learnt if one thing is changed? Every trial starts from the same weights
 * and sees the same examples, so that two trials differ by the treatment alone. Stops once a
 * twentieth of the way from chance to floor is left.
 *
 * @param treatment the one thing that is changed
 */
public record Trial(Treatment treatment) implements Experiment<TrialEvidence> {

    private static final int EXAMPLES = 16;
    private static final int MOST_STEPS = 400;
    private static final int STRIDE = 10;
    private static final double ENOUGH = 0.05;

    @Override
    public String id() {
        return "trial(" + treatment.id() + ")";
    }

    @Override
    public Class<TrialEvidence> evidenceType() {
        return TrialEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return treatment
                .pricePerStep()
                .times(MOST_STEPS)
                .plus(Price.forwards(1 + MOST_STEPS / STRIDE));
    }

    @Override
    public TrialEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch plain = DistinctRows.of(bench.batch(0)).firstRows(EXAMPLES);
        Treatment.Treated treated = treatment.prepare(bench, model, plain);
        Evaluation start =
                model.scoped(() -> onTheHeap(model.evaluate(treated.batch(), Mode.TRAINING)));
        Task task = bench.subject().task();
        ReferenceLosses losses = new ReferenceLosses(model, task, treated.batch(), start.outputs());
        double chance = losses.bestConstant();
        double floor = LossFloor.of(model, task, treated.batch(), start.outputs());
        WeightWatch weights = new WeightWatch(model);
        double from = Double.isNaN(chance) ? start.loss() : chance;
        Run run = new Run(model, treated.batch(), floor + ENOUGH * (from - floor));
        if (!treated.isIdle()) {
            run.train();
        }
        return new TrialEvidence(
                treated.place(),
                treated.change(),
                run.steps,
                start.loss(),
                high(task, losses),
                chance,
                floor,
                run.best,
                run.end,
                weights.size(),
                weights.movement());
    }

    /** With logits of variance s2 the expected cross entropy is at most log k + s2 / 2. */
    private static double high(Task task, ReferenceLosses losses) {
        boolean classes = task instanceof Task.Classification || task instanceof Task.LanguageModel;
        double wide = ReferenceLosses.WIDE;
        return classes ? losses.neutral() + wide * wide / 2 : losses.high();
    }

    private static Evaluation onTheHeap(Evaluation evaluation) {
        return new Evaluation(evaluation.loss(), evaluation.outputs().toArrays());
    }

    private final class Run {

        private final Trainable model;
        private final Batch batch;
        private final double goal;
        private int steps;
        private double best = Double.NaN;
        private double end = Double.NaN;

        Run(Trainable model, Batch batch, double goal) {
            this.model = model;
            this.batch = batch;
            this.goal = goal;
        }

        void train() {
            do {
                for (int i = 0; i < STRIDE; i++, steps++) {
                    double rest = 1 - steps / (double) MOST_STEPS;
                    model.scoped(() -> step(rest));
                }
                end = model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
                best = Double.isNaN(best) ? end : Math.min(best, end);
            } while (steps < MOST_STEPS && Double.isFinite(end) && end > goal);
        }

        private int step(double rest) {
            treatment.step(model, batch, rest);
            return steps;
        }
    }
}
