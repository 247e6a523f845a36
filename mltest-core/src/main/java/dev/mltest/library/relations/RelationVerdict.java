package dev.mltest.library.relations;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges relations: they hold up to what round-off explains, as measured by moving the inputs by
 * one unit in the last place. Outputs that do not differ between examples decide nothing.
 */
final class RelationVerdict {

    private static final String SOURCE =
            "16 times the effect of one unit in the last place of the inputs, or of up to four where"
                    + " a case fails, plus 64 units of round-off";

    private RelationVerdict() {}

    static Verdict of(List<RelationEvidence> relations) {
        Examination examination = Examination.of("cases", "break the relation");
        List<String> vacuous = new ArrayList<>();
        for (RelationEvidence evidence : relations) {
            if (evidence.spread() > tolerance(evidence)) {
                examine(examination, evidence);
            } else {
                vacuous.add(vacuous(evidence));
            }
        }
        vacuous.forEach(examination::note);
        return !relations.isEmpty() && vacuous.size() == relations.size()
                ? new Outcome.NotApplicable(String.join("; ", vacuous))
                : examination.outcome();
    }

    private static double tolerance(RelationEvidence evidence) {
        return evidence.cases().stream()
                .filter(Case::isOfData)
                .mapToDouble(Case::tolerance)
                .max()
                .orElse(0);
    }

    private static String vacuous(RelationEvidence evidence) {
        return "'%s' says nothing: outputs differ between examples by %s, and noise alone may move them by %s"
                .formatted(
                        evidence.relation(),
                        Numbers.text(evidence.spread()),
                        Numbers.text(tolerance(evidence)));
    }

    private static void examine(Examination examination, RelationEvidence evidence) {
        for (Case found : evidence.cases()) {
            examination.measureCase(
                    found.index(),
                    found.place(),
                    quantity(found),
                    found.error(),
                    Bound.atMost(found.tolerance(), SOURCE));
        }
        evidence.cases().stream()
                .max(Comparator.comparingDouble(Case::error))
                .ifPresent(worst -> examination.clue(scale(evidence, worst)));
        if (!evidence.smallest().isEmpty()) {
            examination.clue("smallest counterexample: " + evidence.smallest());
        }
    }

    private static String quantity(Case found) {
        return Double.isNaN(found.error())
                ? "largest error (shapes differ, or NaN)"
                : "largest error";
    }

    private static String scale(RelationEvidence evidence, Case worst) {
        return "'%s': outputs differ between examples by %s, from what they should be by %s"
                .formatted(
                        evidence.relation(),
                        Numbers.text(evidence.spread()),
                        Numbers.text(worst.error()));
    }
}
