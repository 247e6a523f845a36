package dev.mltest.library.masking;

import dev.mltest.check.Bound;
import dev.mltest.evidence.CausalityEvidence;
import dev.mltest.evidence.CausalityEvidence.Change;
import dev.mltest.evidence.CausalityEvidence.Sight;

import java.util.List;
import java.util.Optional;

/** What the checks of outputs at positions have in common. */
final class Sights {

    private Sights() {}

    /** Why nothing can be said; empty if something can. */
    static Optional<String> reason(CausalityEvidence evidence) {
        if (evidence.outputs().isEmpty()) {
            return Optional.of("no output runs over the positions of '%s' %s"
                    .formatted(evidence.input(), evidence.shape()));
        }
        if (evidence.positions() < 2) {
            return Optional.of(
                    "'%s' %s has a single position".formatted(evidence.input(), evidence.shape()));
        }
        return !reacting(evidence).isEmpty()
                ? Optional.empty()
                : Optional.of("an output reacts to no position of '%s' at all"
                        .formatted(evidence.input()));
    }

    /** An output that reacts to nothing is no witness. */
    static List<Sight> reacting(CausalityEvidence evidence) {
        return evidence.outputs().stream().filter(Sights::seesAnything).toList();
    }

    private static boolean seesAnything(Sight sight) {
        return sight.changes().stream().anyMatch(Change::isSeen);
    }

    static Bound roundOff(double tolerance) {
        return Bound.atMost(
                tolerance,
                "round-off, measured by moving inputs and weights by one unit in the last place");
    }

    static String back(Sight sight) {
        return "%s: an output sees up to %s back"
                .formatted(sight.output(), positions(sight.furthestBack()));
    }

    static String positions(int count) {
        return count == 1 ? "1 position" : count + " positions";
    }
}
