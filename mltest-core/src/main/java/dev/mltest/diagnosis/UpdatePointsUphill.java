package dev.mltest.diagnosis;

import dev.mltest.evidence.DescentEvidence;
import dev.mltest.experiment.Descent;
import dev.mltest.experiment.treatment.ScaledUpdate;
import dev.mltest.model.Numbers;

import java.util.Set;

/** Taken away by turning each update round. */
final class UpdatePointsUphill implements Cause {

    @Override
    public String name() {
        return "update-points-uphill";
    }

    @Override
    public String statement() {
        return "the update points uphill";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_LEARN, Symptom.CLIMBS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        double change = inquiry.ask(new Descent()).batches().stream()
                .mapToDouble(DescentEvidence.Descent::bestChange)
                .min()
                .orElse(Double.NaN);
        if (change < 0) {
            return refuted(
                    "optimizer",
                    "along the first update the loss falls by " + Numbers.text(-change));
        }
        Comparison comparison = Comparison.of(inquiry, new ScaledUpdate(-1));
        return comparison.cures()
                ? confirmed("optimizer", comparison.describe("turned round"))
                : refuted("optimizer", comparison.describe("turned round"));
    }
}
