package dev.mltest.diagnosis;

import dev.mltest.experiment.treatment.RedrawnWeights;

import java.util.Set;

/** Taken away by drawing the initial weights as the textbooks do. */
final class InitialWeightsAreOff implements Cause {

    @Override
    public String name() {
        return "initial-weights-are-off";
    }

    @Override
    public String statement() {
        return "the initial weights keep it from learning";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(
                Symptom.STARTS_ODD,
                Symptom.DOES_NOT_LEARN,
                Symptom.STARTS_WRONG,
                Symptom.OVERFLOWS,
                Symptom.RECEIVES_NOTHING,
                Symptom.STANDS_STILL);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Comparison comparison = Comparison.of(inquiry, new RedrawnWeights());
        String place = comparison.treated().place();
        return comparison.cures()
                ? confirmed(
                        place,
                        comparison.treated().change() + "; " + comparison.describe("drawn again"))
                : refuted(place, comparison.describe("drawn again"));
    }
}
