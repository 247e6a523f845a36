package dev.mltest.library.activation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SuperpositionEvidence;
import dev.mltest.evidence.SuperpositionEvidence.Pair;
import dev.mltest.experiment.Superposition;
import dev.mltest.model.Numbers;

import java.util.Optional;
import java.util.Set;

/**
 * Several trainable layers in series are no affine map altogether, unless a bottleneck gives the
 * factorisation a sense. Told by superposition, hence whatever functions are in use.
 */
public final class LayersDoMoreThanOne implements Check {

    private static final double ROUND_OFF = 1e-4;
    private static final double ACTS = 1e-2;

    @Override
    public String id() {
        return "layers-do-more-than-one";
    }

    @Override
    public String claim() {
        return "should do more with its layers than a single one could";
    }

    @Override
    public String because() {
        return "layers without a function between them are one affine map, however many there are";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Superposition());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SuperpositionEvidence evidence = book.of(new Superposition()).get(0);
        if (Double.isNaN(evidence.deviation())) {
            return new Outcome.NotApplicable("no output was a usable number");
        }
        boolean affine = evidence.deviation() <= ROUND_OFF;
        Optional<Pair> series = evidence.pairs().stream()
                .filter(pair -> pair.interaction() > ACTS)
                .findFirst();
        if (affine && series.isEmpty()) {
            return new Outcome.NotApplicable(
                    "it is an affine map, and no two trainable weights work in series");
        }
        if (affine && evidence.narrowest() < Math.min(evidence.inputs(), evidence.outputs())) {
            return new Outcome.NotApplicable(
                    "it is an affine map of low rank: its narrowest layer has %d numbers for an example"
                            .formatted(evidence.narrowest()));
        }
        return outcome(evidence, series);
    }

    private static Outcome outcome(SuperpositionEvidence evidence, Optional<Pair> series) {
        String place = evidence.layers().isEmpty()
                ? series.map(Pair::weight).orElse("outputs")
                : evidence.layers().get(0);
        Examination examination = Examination.ofOne("all layers together are one affine map")
                .under("%d quadruples of inputs".formatted(evidence.probes()))
                .measure(
                        place,
                        "relative |f(a) + f(b) - f(c) - f(a + b - c)|",
                        evidence.deviation(),
                        Bound.above(
                                ROUND_OFF,
                                "round-off of single precision, with a thousandfold" + " reserve"));
        series.ifPresent(pair -> examination.clue(
                "doubling %s and the last weight together changes the outputs by %s of their size beyond what each does: they work in series"
                        .formatted(pair.weight(), Numbers.text(pair.interaction()))));
        if (!evidence.layers().isEmpty()) {
            examination.clue("no function bends the way through " + Listing.of(evidence.layers()));
        }
        return examination.outcome();
    }
}
