package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.DecayEvidence;
import dev.mltest.evidence.DecayEvidence.Decay;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.DecaySeen;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A step takes something away from parameters that were declared to decay, and nothing from those
 * declared not to, where no data is at work: be it an L2 penalty or decoupled decay.
 */
public final class DecayGoesWhereDeclared implements Check {

    private static final Bound SHRINKS = Bound.above(
            0, "a step without a data gradient: a decay that rounds to nothing is none");
    private static final Bound RESTS = Bound.none(
            "exact: without a data gradient and without decay nothing moves a parameter");

    @Override
    public String id() {
        return "decay-goes-where-declared";
    }

    @Override
    public String claim() {
        return "should decay what is declared to decay, and spare what is declared not to";
    }

    @Override
    public String because() {
        return "decay on biases and scales holds them back, and weights that are left out overfit";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new DecaySeen());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        DecayEvidence evidence = book.of(new DecaySeen()).get(0);
        List<Decay> unseen =
                evidence.parameters().stream().filter(seen -> !seen.quiet()).toList();
        if (!evidence.parameters().isEmpty()
                && unseen.size() == evidence.parameters().size()) {
            return new Outcome.NotApplicable(
                    "no state was found in which neither data nor earlier steps move "
                            + places(unseen));
        }
        Examination examination =
                Examination.of("declared parameters", "decay otherwise than declared");
        evidence.parameters().stream()
                .filter(Decay::quiet)
                .forEach(seen -> measure(examination, seen));
        if (!unseen.isEmpty()) {
            examination.note("could not be told from data: " + places(unseen));
        }
        return examination.outcome();
    }

    private static void measure(Examination examination, Decay seen) {
        String place = seen.parameter().describe();
        if (seen.meant()) {
            examination.measure(place, "share lost in a step", seen.share(), SHRINKS);
        } else {
            examination.measure(place, "elements that move", seen.moved(), RESTS);
            if (seen.moved() > 0) {
                examination.clue("%s loses %s of itself in a step that no data asks for"
                        .formatted(seen.parameter().path(), Numbers.text(seen.share())));
            }
        }
    }

    private static String places(List<Decay> seen) {
        return seen.stream()
                .map(each -> each.parameter().path().text())
                .collect(Collectors.joining(", "));
    }
}
