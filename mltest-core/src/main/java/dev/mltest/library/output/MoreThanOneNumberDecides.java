package dev.mltest.library.output;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.DirectionsEvidence;
import dev.mltest.evidence.LayerDirectionsEvidence.Layer;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Directions;
import dev.mltest.experiment.LayerDirections;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Between three classes or more, more than one number decides: the scores of different examples do
 * not all stand on one line while their inputs differ in several ways. Behind a place that one
 * number passes, a class that is likelier can only come at the expense of the same others.
 */
public final class MoreThanOneNumberDecides implements Check {

    private static final int CLASSES = 3;
    private static final double ROUND_OFF = 1e-8;
    private static final Bound SEVERAL = Bound.above(
            ROUND_OFF,
            "the square of a thousandfold round-off of single precision: what lies closer, lies on the line");

    @Override
    public String id() {
        return "more-than-one-number-decides";
    }

    @Override
    public String claim() {
        return "should decide between its classes by more than one number";
    }

    @Override
    public String because() {
        return "what passes through a single number can only put the classes in one order";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Directions());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        if (!(book.subject().task() instanceof Task.Classification task)
                || task.classes() < CLASSES) {
            return new Outcome.NotApplicable("it does not decide between three classes or more");
        }
        DirectionsEvidence evidence = book.of(new Directions()).get(0);
        if (!(evidence.inputs() > ROUND_OFF)) {
            return new Outcome.NotApplicable(
                    "the inputs themselves differ along one direction only");
        }
        if (Double.isNaN(evidence.outputs())) {
            return new Outcome.NotApplicable(
                    "the outputs of all examples are the same, or no usable numbers");
        }
        LayerDirections layers = new LayerDirections();
        if (!SEVERAL.allows(evidence.outputs()) && !book.has(layers)) {
            return Verdict.Undecided.ask(
                    "all examples stand on one line behind some layer", layers);
        }
        return outcome(
                evidence,
                book.answers(layers) ? place(book.of(layers).get(0).layers()) : Optional.empty());
    }

    private static Outcome outcome(DirectionsEvidence evidence, Optional<Layer> place) {
        Examination examination = Examination.ofOne("the scores of all examples stand on one line")
                .under("%d examples".formatted(evidence.examples()))
                .measure(
                        place.map(Layer::name).orElse("outputs"),
                        "share of the scores' variance beside their main direction",
                        evidence.outputs(),
                        SEVERAL);
        place.ifPresent(layer -> examination.clue(
                "%s puts out %s for an example, and from there on all examples stand on one line"
                        .formatted(
                                layer.name(),
                                layer.width() == 1 ? "one number" : layer.width() + " numbers")));
        return examination
                .clue("of the inputs' variance %s lies beside their main direction"
                        .formatted(Numbers.text(evidence.inputs())))
                .outcome();
    }

    /** The first hidden layer from which on nothing leaves the line; else the last layer. */
    private static Optional<Layer> place(List<Layer> layers) {
        int last = layers.size() - 1;
        int first = last;
        while (first > 0 && !(layers.get(first - 1).beside() > ROUND_OFF)) {
            first--;
        }
        return last < 0 ? Optional.empty() : Optional.of(layers.get(first));
    }
}
