package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.TransplantEvidence;
import dev.mltest.evidence.TransplantEvidence.Place;
import dev.mltest.experiment.Transplant;

import java.util.Optional;
import java.util.Set;

/**
 * A model from another seed gives the same outputs once it holds the same parameters and state.
 * Whatever else decides the outputs is neither trained nor saved.
 */
public final class ParametersDetermineTheOutputs implements Check {

    private static final double LAYER_THRESHOLD = 1e-4;

    @Override
    public String id() {
        return "parameters-determine-the-outputs";
    }

    @Override
    public String claim() {
        return "should compute with nothing but its inputs and registered parameters";
    }

    @Override
    public String because() {
        return "a number that is no registered parameter is neither trained nor saved";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Transplant());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        TransplantEvidence evidence = book.of(new Transplant()).get(0);
        if (!evidence.isRepeatable()) {
            return new Outcome.NotApplicable(
                    "two predictions of one model differ already, or are not finite");
        }
        Optional<Place> first = evidence.layers().stream()
                .filter(layer -> !(layer.moved() <= LAYER_THRESHOLD * layer.scale()))
                .findFirst();
        Examination examination = Examination.of("outputs", "depend on something else")
                .under("all %d parameters copied into a model from another seed"
                        .formatted(evidence.parameters()));
        for (Place output : evidence.outputs()) {
            examination.measure(
                    output.moved() <= output.roundOff()
                            ? output.name()
                            : first.map(Place::name).orElse(output.name()),
                    "largest difference of " + output.name(),
                    output.moved(),
                    Bound.atMost(
                            output.roundOff(),
                            "256 units of round-off at the output's size; both models hold the"
                                    + " same numbers"));
        }
        first.ifPresent(layer -> examination.clue(
                layer.name() + " is the first layer in which the two models differ"));
        return examination.outcome();
    }
}
