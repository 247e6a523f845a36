package dev.mltest.diagnosis;

import dev.mltest.experiment.treatment.StandardInputs;

import java.util.Set;

/** Taken away by centring and scaling the inputs. */
final class InputsAreUnscaled implements Cause {

    @Override
    public String name() {
        return "inputs-are-unscaled";
    }

    @Override
    public String statement() {
        return "the inputs are not scaled";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(
                Symptom.STARTS_ODD,
                Symptom.DOES_NOT_LEARN,
                Symptom.STARTS_WRONG,
                Symptom.OVERFLOWS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Comparison comparison = Comparison.of(inquiry, new StandardInputs());
        String place = comparison.treated().place();
        return comparison.cures()
                ? confirmed(
                        place,
                        comparison.treated().change() + "; "
                                + comparison.describe("centred and scaled"))
                : refuted(place, comparison.describe("centred and scaled"));
    }
}
