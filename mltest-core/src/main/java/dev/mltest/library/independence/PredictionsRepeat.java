package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Mixing;

import java.util.Set;

/** In inference mode the same batch gives the same outputs twice in a row. */
public final class PredictionsRepeat implements Check {

    @Override
    public String id() {
        return "predictions-repeat";
    }

    @Override
    public String claim() {
        return "should give the same outputs for the same inputs";
    }

    @Override
    public String because() {
        return "noise that is meant for training, dropout above all, makes predictions a lottery";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Mixing());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        MixingEvidence evidence = book.of(new Mixing()).get(0);
        Examination examination = (evidence.outputs().size() == 1
                        ? Examination.ofOne("the output differs from one prediction to the next")
                        : Examination.of("outputs", "differ from one prediction to the next"))
                .under("the same batch of %d twice".formatted(evidence.batchSize()));
        for (Output output : evidence.outputs()) {
            if (Double.isNaN(output.noise())) {
                examination.note(output.name() + " holds NaN or infinities");
                continue;
            }
            examination.measure(
                    output.name(),
                    "largest difference",
                    output.noise(),
                    Bound.atMost(
                            output.roundOff(),
                            "256 units of round-off at the output's size, for engines that add in"
                                    + " changing order"));
        }
        boolean noneIsFinite = !evidence.outputs().isEmpty()
                && evidence.outputs().stream().allMatch(output -> Double.isNaN(output.noise()));
        return noneIsFinite
                ? new Outcome.NotApplicable(
                        "all outputs hold NaN or infinities, of which none equals another")
                : examination.outcome();
    }
}
