package dev.mltest.library.relations;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges relations: they hold up to what round-off explains, as measured by null perturbations.
 * What breaks that is looked at again in double precision and layer by layer. Outputs that do not
 * differ between examples, and changes that change nothing, decide nothing.
 */
final class RelationVerdict {

    private static final String MEASURED =
            "16 times the effect of one unit in the last place of the inputs, before or after the"
                    + " change, or of up to four where a case fails, plus 64 units of round-off";
    private static final String ROUND_OFF =
            "half the digits of the type: in double precision the relation holds";

    private final Examination examination = Examination.of("cases", "break the relation");
    private final List<String> vacuous = new ArrayList<>();

    /** One relation and, if it has been asked for and answered, the second look at it. */
    record Examined(RelationEvidence evidence, Optional<RelationTraceEvidence> trace) {

        /** Whether a case is beyond what round-off explains. */
        boolean isBroken() {
            return saysNothing(evidence).isEmpty()
                    && evidence.cases().stream()
                            .anyMatch(found -> !(found.error() <= found.tolerance()));
        }
    }

    private RelationVerdict() {}

    static Outcome of(List<Examined> relations) {
        RelationVerdict verdict = new RelationVerdict();
        relations.forEach(verdict::examine);
        verdict.vacuous.forEach(verdict.examination::note);
        return !relations.isEmpty() && verdict.vacuous.size() == relations.size()
                ? new Outcome.NotApplicable(String.join("; ", verdict.vacuous))
                : verdict.examination.outcome();
    }

    private void examine(Examined examined) {
        RelationEvidence evidence = examined.evidence();
        Optional<String> nothing = saysNothing(evidence);
        if (nothing.isPresent()) {
            vacuous.add(nothing.get());
            return;
        }
        Optional<RelationTraceEvidence> trace = examined.trace();
        Optional<BrokenLayer> layer = trace.flatMap(BrokenLayer::of);
        evidence.cases()
                .forEach(found -> examination.measureCase(
                        found.index(),
                        place(found, layer),
                        quantity(found),
                        found.error(),
                        bound(evidence, found, trace)));
        evidence.cases().stream()
                .max(Comparator.comparingDouble(Case::error))
                .ifPresent(worst -> examination.clue(scale(evidence, worst)));
        layer.ifPresent(first -> examination.clue(first.fact()));
        trace.filter(RelationTraceEvidence::inDouble)
                .ifPresent(second -> examination.clue(BrokenLayer.inDouble(second)));
        if (!evidence.smallest().isEmpty()) {
            examination.clue("smallest counterexample: " + evidence.smallest());
        }
    }

    private static Bound bound(
            RelationEvidence evidence, Case found, Optional<RelationTraceEvidence> trace) {
        double digits = trace.filter(RelationTraceEvidence::isRoundOff)
                .map(second -> Math.sqrt(second.ownEpsilon()) * evidence.spread())
                .orElse(0.0);
        return digits > found.tolerance()
                ? Bound.atMost(digits, ROUND_OFF)
                : Bound.atMost(found.tolerance(), MEASURED);
    }

    private static String place(Case found, Optional<BrokenLayer> layer) {
        return layer.map(first -> first.path() + " (" + found.place() + ")").orElse(found.place());
    }

    private static String quantity(Case found) {
        return Double.isNaN(found.error())
                ? "largest error (shapes differ, or NaN)"
                : "largest error";
    }

    private static Optional<String> saysNothing(RelationEvidence evidence) {
        double tolerance = evidence.cases().stream()
                .filter(Case::isOfData)
                .mapToDouble(Case::tolerance)
                .max()
                .orElse(0);
        if (evidence.cases().isEmpty() && evidence.unchanged() > 0) {
            return Optional.of("'%s' says nothing: none of %d changes changed its example"
                    .formatted(evidence.relation(), evidence.unchanged()));
        }
        return evidence.spread() > tolerance
                ? Optional.empty()
                : Optional.of(
                        "'%s' says nothing: outputs differ between examples by %s, and noise alone may move them by %s"
                                .formatted(
                                        evidence.relation(),
                                        Numbers.text(evidence.spread()),
                                        Numbers.text(tolerance)));
    }

    private static String scale(RelationEvidence evidence, Case worst) {
        return "'%s': outputs differ between examples by %s, from what they should be by %s"
                .formatted(
                        evidence.relation(),
                        Numbers.text(evidence.spread()),
                        Numbers.text(worst.error()));
    }
}
