package dev.mltest.diagnosis;

import dev.mltest.experiment.treatment.StandardTargets;

import java.util.Set;

/** Taken away by centring and scaling real-valued targets. */
final class TargetsAreUnscaled implements Cause {

    @Override
    public String name() {
        return "targets-are-unscaled";
    }

    @Override
    public String statement() {
        return "the targets are not scaled";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.DOES_NOT_LEARN, Symptom.STARTS_WRONG, Symptom.OVERFLOWS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Comparison comparison = Comparison.of(inquiry, new StandardTargets());
        String place = comparison.treated().place();
        return comparison.cures()
                ? confirmed(
                        place,
                        comparison.treated().change() + "; "
                                + comparison.describe("centred and scaled"))
                : refuted(place, comparison.describe("centred and scaled"));
    }
}
