package dev.mltest.library.relations;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges relations: they hold up to what round-off explains, as measured by moving the inputs by
 * one unit in the last place. Constant outputs satisfy any invariance and therefore decide nothing.
 */
final class RelationVerdict {

    private static final String SOURCE =
            "16 times the effect of one unit in the last place of the inputs, plus 64 units of"
                    + " round-off";

    private RelationVerdict() {}

    static Verdict of(List<RelationEvidence> relations) {
        Examination examination = Examination.of("cases", "break the relation");
        for (RelationEvidence evidence : relations) {
            Optional<Outcome> vacuous = vacuous(evidence);
            if (vacuous.isPresent()) {
                return vacuous.get();
            }
            examine(examination, evidence);
        }
        return examination.outcome();
    }

    private static Optional<Outcome> vacuous(RelationEvidence evidence) {
        double tolerance =
                evidence.cases().stream().mapToDouble(Case::tolerance).max().orElse(0);
        return evidence.spread() > tolerance
                ? Optional.empty()
                : Optional.of(new Outcome.NotApplicable(
                        "the outputs hardly differ between examples (by %s), so '%s' says nothing"
                                .formatted(Numbers.text(evidence.spread()), evidence.relation())));
    }

    private static void examine(Examination examination, RelationEvidence evidence) {
        for (Case found : evidence.cases()) {
            examination.measure(
                    "case %d: example %d, %s"
                            .formatted(found.index(), found.example(), found.transformation()),
                    "largest error",
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

    private static String scale(RelationEvidence evidence, Case worst) {
        return "'%s': outputs differ between examples by %s, from what they should be by %s"
                .formatted(
                        evidence.relation(),
                        Numbers.text(evidence.spread()),
                        Numbers.text(worst.error()));
    }
}
