package dev.mltest.library.output;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.InputUseEvidence;
import dev.mltest.evidence.InputUseEvidence.Use;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.InputUse;

import java.util.List;
import java.util.Set;

/**
 * Outputs, or the loss in training mode, move when one input is exchanged between examples and the
 * others are not. An input whose values are the same in every example cannot be exchanged.
 */
public final class OutputsDependOnEveryInput implements Check {

    @Override
    public String id() {
        return "outputs-depend-on-every-input";
    }

    @Override
    public String claim() {
        return "should let every input make a difference to its outputs";
    }

    @Override
    public String because() {
        return "an input that never reaches the outputs is information thrown away by mistake";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new InputUse());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        InputUseEvidence evidence = book.of(new InputUse()).get(0);
        List<Use> exchanged =
                evidence.inputs().stream().filter(use -> use.changed() > 0).toList();
        if (!evidence.inputs().isEmpty() && exchanged.isEmpty()) {
            return new Outcome.NotApplicable("every input is the same in all examples");
        }
        Examination examination = Examination.of("inputs", "moved nothing");
        for (Use use : exchanged) {
            examination.measure(
                    use.name(),
                    "largest change of an output or of the loss",
                    use.moved(),
                    Bound.above(0, "exact: a change of one bit would do"));
            if (!(use.moved() > 0)) {
                examination.clue(
                        "%s: %d of its elements were changed in %d attempts, with the weights as they are,"
                                        .formatted(use.name(), use.changed(), use.attempts())
                                + " with a silent last layer woken and after training steps");
            }
        }
        return examination.outcome();
    }
}
