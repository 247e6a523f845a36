package dev.mltest.library.output;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.ReachEvidence;
import dev.mltest.experiment.OutputReach;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.Set;

/**
 * The outputs can take the values that the targets ask for, whatever the weights: real targets lie
 * within reach but for a hundredth of their variance; labels can be pointed at boldly enough for
 * all but a twentieth of the way from chance to the best loss; and no limit cuts scores off, behind
 * which they get no gradient.
 */
public final class OutputsReachTheTargets implements Check {

    private static final double VARIANCE = 0.01;
    private static final double LOSS = 0.05;
    private static final double CUT = 0.1;

    @Override
    public String id() {
        return "outputs-reach-the-targets";
    }

    @Override
    public String claim() {
        return "should be able to give the outputs that its targets ask for";
    }

    @Override
    public String because() {
        return "what lies beyond the range of the outputs stays wrong however long it trains";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new OutputReach());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ReachEvidence reach = book.of(new OutputReach()).get(0);
        if (!reach.reacts()) {
            return new Outcome.NotApplicable(
                    "the outputs do not react to the last layers' weights");
        }
        if (Double.isNaN(reach.unreachable()) && Double.isNaN(reach.leftOver())) {
            return new Outcome.NotApplicable(
                    "the loss of made-up outputs cannot be evaluated here");
        }
        Examination examination = Examination.ofOne("the outputs cannot get where the targets are")
                .under("weights of the last layers turned round and scaled up to a million times")
                .clue("the outputs reach from %s to %s"
                        .formatted(Numbers.text(reach.low()), Numbers.text(reach.high())));
        if (Double.isNaN(reach.leftOver())) {
            ofReal(reach, examination);
        } else {
            ofLabels(reach, examination, book.subject().task());
        }
        return examination.outcome();
    }

    private static void ofReal(ReachEvidence reach, Examination examination) {
        examination
                .measure(
                        "output",
                        "share of the targets' variance out of reach",
                        reach.unreachable(),
                        Bound.atMost(
                                VARIANCE,
                                "what no training can remove; a hundredth is left to outliers"))
                .clue("the targets reach from %s to %s"
                        .formatted(
                                Numbers.text(reach.targetLow()), Numbers.text(reach.targetHigh())));
    }

    private static void ofLabels(ReachEvidence reach, Examination examination, Task task) {
        examination
                .measure(
                        "output",
                        "share of the way from chance to the best loss out of reach",
                        reach.leftOver(),
                        Bound.atMost(
                                LOSS, "the model's own loss; what over-fitting may leave, too"))
                .measure(
                        "output",
                        "share of the scores cut off by a limit",
                        reach.cut(),
                        Bound.atMost(
                                CUT,
                                "free scores differ whichever sign the last weights have; a tenth is"
                                        + " left to rounding"))
                .clue(
                        "%s of the scores equal another of their row with the last weights in one sign,"
                                        .formatted(Numbers.text(reach.cut()))
                                + " and differ from it in the other; the task is "
                                + task.describe());
    }
}
