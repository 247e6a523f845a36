package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopTrainingEvidence;
import dev.mltest.evidence.LoopTrainingEvidence.TrainedParameter;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LoopTraining;

import java.util.List;
import java.util.Set;

/**
 * The user's own training moves the model that is then validated and saved. If not one element of
 * any parameter differs after it, something else was trained: a clone, or nothing.
 */
public final class TheLoopTrainsThisModel implements Check {

    private static final Bound MOVES = Bound.above(
            0, "exact: training that changes no element of any parameter trained nothing");

    @Override
    public String id() {
        return "the-loop-trains-this-model";
    }

    @Override
    public String claim() {
        return "should be moved by its own training loop";
    }

    @Override
    public String because() {
        return "a loop that trains a copy validates and saves what never learnt";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LoopTraining());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LoopTrainingEvidence evidence = book.of(new LoopTraining()).get(0);
        List<TrainedParameter> trained = evidence.parameters().stream()
                .filter(seen -> seen.parameter().isTrainable())
                .toList();
        long moved = trained.stream().mapToLong(TrainedParameter::moved).sum();
        if (moved == 0 && !evidence.describedMoves()) {
            return new Outcome.NotApplicable(
                    "the declared optimizer moves nothing in its first steps either");
        }
        return Examination.ofOne("training left every parameter as it was")
                .under("%d trainable parameters".formatted(trained.size()))
                .measure("loop training", "changed elements", trained.isEmpty() ? 0 : moved, MOVES)
                .clue("the described model does move when mltest takes a few steps on it")
                .outcome();
    }
}
