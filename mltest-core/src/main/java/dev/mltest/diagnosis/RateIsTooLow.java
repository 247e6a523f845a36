package dev.mltest.diagnosis;

import dev.mltest.evidence.TrialEvidence;
import dev.mltest.experiment.Trial;
import dev.mltest.experiment.treatment.ScaledUpdate;
import dev.mltest.experiment.treatment.Unchanged;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Taken away by a rate that moves the weights by about half of their size. */
final class RateIsTooLow implements Cause {

    private static final double MOVES = 0.05;
    private static final double AIM = 0.5;

    @Override
    public String name() {
        return "rate-is-too-low";
    }

    @Override
    public String statement() {
        return "the learning rate is too low";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.CREEPS, Symptom.DOES_NOT_LEARN);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        TrialEvidence unchanged = inquiry.ask(new Trial(new Unchanged()));
        String moved = "in %d steps the weights move by %s of their size"
                .formatted(unchanged.steps(), Numbers.text(unchanged.movement()));
        if (!(unchanged.movement() > 0 && unchanged.movement() < MOVES)) {
            return refuted("optimizer", moved);
        }
        String evidence = moved;
        double first = Math.pow(10, Math.rint(Math.log10(AIM / unchanged.movement())));
        for (double factor : new double[] {first, 10 * first}) {
            Comparison comparison = Comparison.of(inquiry, new ScaledUpdate(factor));
            evidence = moved + "; " + comparison.describe(Numbers.text(factor) + " times as fast");
            if (comparison.cures()) {
                return confirmed("optimizer", evidence);
            }
        }
        return refuted("optimizer", evidence);
    }
}
