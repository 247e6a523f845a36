package dev.mltest.diagnosis;

import dev.mltest.evidence.TrialEvidence;
import dev.mltest.experiment.Treatment;
import dev.mltest.experiment.Trial;
import dev.mltest.experiment.treatment.ReferenceDescent;
import dev.mltest.experiment.treatment.Unchanged;
import dev.mltest.model.Mode;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Two trainings on the same batch from the same start that differ by one thing.
 *
 * @param unchanged without the treatment
 * @param treated with it
 * @param ofStart whether the loss starts too high, and that is to be explained, too
 */
record Comparison(TrialEvidence unchanged, TrialEvidence treated, boolean ofStart) {

    /** Where nothing is to be cured, the treatment is not tried. */
    static Comparison of(Inquiry inquiry, Treatment treatment) {
        TrialEvidence unchanged = inquiry.ask(new Trial(new Unchanged()));
        boolean ofStart = inquiry.shows(Set.of(Symptom.STARTS_WRONG)) && unchanged.startsTooHigh();
        boolean isWell = unchanged.hasLearnt() && !ofStart;
        TrialEvidence treated = isWell ? unchanged : inquiry.ask(new Trial(treatment));
        return new Comparison(unchanged, treated, ofStart);
    }

    /** The optimiser left out: what no optimiser can do, a change of the optimiser will not. */
    static Comparison byHand(Inquiry inquiry) {
        return of(inquiry, new ReferenceDescent(Mode.TRAINING));
    }

    /** Whether a symptom that shows without the treatment is gone with it. */
    boolean cures() {
        return treated.curesLearning(unchanged) || (ofStart && treated.curesStart(unchanged));
    }

    /** What was measured, after what was done to it, for example {@code turned round}. */
    String describe(String done) {
        if (treated.isIdle()) {
            return treated.change();
        }
        if (treated.curesLearning(unchanged)) {
            return "%s, the loss of one batch comes down to %s in %d steps; as it is, to %s in %d"
                    .formatted(
                            done,
                            Numbers.text(treated.best()),
                            treated.steps(),
                            Numbers.text(unchanged.best()),
                            unchanged.steps());
        }
        if (ofStart && treated.curesStart(unchanged)) {
            return "%s, the loss starts at %s; as it is, at %s"
                    .formatted(
                            done, Numbers.text(treated.start()), Numbers.text(unchanged.start()));
        }
        if (ofStart) {
            return "%s, the loss still starts at %s; as it is, at %s"
                    .formatted(
                            done, Numbers.text(treated.start()), Numbers.text(unchanged.start()));
        }
        return unchanged.hasLearnt()
                ? "one batch is learnt as it is, in %d steps".formatted(unchanged.steps())
                : "%s, the loss of one batch still comes to %s in %d steps; as it is, to %s"
                        .formatted(
                                done,
                                Numbers.text(treated.best()),
                                treated.steps(),
                                Numbers.text(unchanged.best()));
    }
}
