package dev.mltest.diagnosis;

import dev.mltest.evidence.TrialEvidence;
import dev.mltest.experiment.Trial;
import dev.mltest.experiment.treatment.ScaledUpdate;
import dev.mltest.experiment.treatment.Unchanged;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Taken away by making each update a tenth, a hundredth or a thousandth as long. */
final class RateIsTooHigh implements Cause {

    private static final double MOVES = 0.05;
    private static final double[] FACTORS = {0.1, 0.01, 0.001};

    @Override
    public String name() {
        return "rate-is-too-high";
    }

    @Override
    public String statement() {
        return "the learning rate is too high";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_LEARN, Symptom.CLIMBS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        TrialEvidence unchanged = inquiry.ask(new Trial(new Unchanged()));
        if (unchanged.movement() < MOVES) {
            return refuted(
                    "optimizer",
                    "in %d steps the weights move by %s of their size"
                            .formatted(unchanged.steps(), Numbers.text(unchanged.movement())));
        }
        Comparison byHand = Comparison.byHand(inquiry);
        if (!byHand.cures()) {
            return refuted("optimizer", byHand.describe("with its gradients followed by hand"));
        }
        String evidence = "";
        for (double factor : FACTORS) {
            Comparison comparison = Comparison.of(inquiry, new ScaledUpdate(factor));
            evidence = comparison.describe("at %s of it".formatted(Numbers.text(factor)));
            if (comparison.cures()) {
                return confirmed("optimizer", evidence);
            }
        }
        return refuted("optimizer", evidence);
    }
}
