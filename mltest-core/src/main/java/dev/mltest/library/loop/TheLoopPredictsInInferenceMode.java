package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopPredictionEvidence;
import dev.mltest.evidence.LoopPredictionEvidence.LoopOutput;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LoopPrediction;

import java.util.Set;

/**
 * What the user's loop predicts for an example depends on that example alone: not on chance, not on
 * what was predicted before, not on the other examples of the batch. Before any training it is what
 * the model gives in inference mode, whatever is made of it afterwards.
 */
public final class TheLoopPredictsInInferenceMode implements Check {

    private static final String ROUND_OFF =
            "256 units of round-off at the output's size, and 4 times what the model's own"
                    + " prediction moves";

    @Override
    public String id() {
        return "the-loop-predicts-in-inference-mode";
    }

    @Override
    public String claim() {
        return "should be asked in inference mode when its own loop predicts";
    }

    @Override
    public String because() {
        return "noise, batch statistics or old states in predictions make scores a matter of luck";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LoopPrediction());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LoopPredictionEvidence evidence = book.of(new LoopPrediction()).get(0);
        Examination examination = Examination.of("ways of asking", "changed the prediction")
                .under("%d examples".formatted(evidence.batchSize()));
        for (LoopOutput output : evidence.outputs()) {
            if (Double.isNaN(output.moved())) {
                examination.note("%s was not compared with %s: it looks otherwise"
                        .formatted(output.name(), output.asked().words()));
            } else {
                examination.measure(
                        "serving prediction",
                        "difference of %s, %s"
                                .formatted(output.name(), output.asked().words()),
                        output.moved(),
                        Bound.atMost(output.allowed(), ROUND_OFF));
            }
        }
        return examination.outcome();
    }
}
