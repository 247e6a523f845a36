package dev.mltest.library.output;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.InputGapsEvidence.Gaps;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.InputGaps;
import dev.mltest.experiment.TokenGaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * No position of an image or a sequence is skipped between two that are read. A margin may be left
 * over: a window that does not fit in once more never reads it.
 */
public final class InputsAreReadWithoutGaps implements Check {

    @Override
    public String id() {
        return "inputs-are-read-without-gaps";
    }

    @Override
    public String claim() {
        return "should read every position of its inputs between the first and the last it reads";
    }

    @Override
    public String because() {
        return "a window smaller than its step looks at a part of the data and throws the rest away";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new InputGaps(), new TokenGaps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<Gaps> inputs = new ArrayList<>(book.of(new InputGaps()).get(0).inputs());
        inputs.addAll(book.of(new TokenGaps()).get(0).inputs());
        if (inputs.isEmpty()) {
            return new Outcome.NotApplicable(
                    "there is no input with positions: no real numbers with two axes or more behind"
                            + " that of the examples, and no sequence of 8 tokens or more");
        }
        if (inputs.stream().allMatch(gaps -> gaps.read() == 0)) {
            return new Outcome.NotApplicable("nothing shows any position of the inputs to be read");
        }
        Examination examination = Examination.of("inputs", "are read with gaps");
        for (Gaps gaps : inputs) {
            examination.measure(
                    gaps.input() + " " + gaps.shape(),
                    "unread positions between read ones",
                    gaps.gaps(),
                    Bound.none(
                            "exact: a gradient that is not zero, or an output that moves by one bit, would do"));
            if (gaps.gaps() > 0) {
                examination.clue(
                        "%s: %d of %d positions are read by some example in %d passes, the first gap is at %s"
                                .formatted(
                                        gaps.input(),
                                        gaps.read(),
                                        gaps.read() + gaps.unread(),
                                        gaps.passes(),
                                        gaps.first()));
                examination.clue("writing other values into them moves nothing by one bit");
            }
        }
        return examination.outcome();
    }
}
