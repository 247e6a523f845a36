package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Trained on one small batch only, the model learns it by heart: at most a tenth of the way from
 * chance (the best constant outputs) to the floor (the smallest loss any outputs can have) is left.
 * What is not learnt promptly is tried on two more batches from other weights, and the mean
 * decides: one example that a silent unit hides is bad luck, a model that lacks capacity fails on
 * most. Runs that are merely slow are not judged.
 */
public final class OneBatchIsOverfitted implements Check {

    private static final int SEEDS = 3;

    @Override
    public String id() {
        return "one-batch-is-overfitted";
    }

    @Override
    public String claim() {
        return "should learn one small batch by heart";
    }

    @Override
    public String because() {
        return "a model that cannot even memorise a few examples will not learn many";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new OverfitOneBatch());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<OverfitRun> runs =
                book.of(new OverfitOneBatch()).stream().map(OverfitRun::new).toList();
        OverfitRun first = runs.get(0);
        if (Double.isNaN(first.real().best())) {
            return notANumber(first);
        }
        String noScale = first.noScale(book.subject().task());
        if (!noScale.isEmpty()) {
            return new Outcome.NotApplicable(noScale);
        }
        if (first.isMerelySlow()) {
            return new Outcome.NotApplicable(first.slowness().describe());
        }
        if (!first.isLearntPromptly() && runs.size() < SEEDS) {
            return Verdict.Undecided.moreSeeds(
                    "one batch was not learnt promptly", SEEDS - runs.size());
        }
        return outcome(runs.stream()
                .filter(run -> run.range() > 0 && !run.isMerelySlow())
                .toList());
    }

    private static Outcome notANumber(OverfitRun run) {
        return Examination.ofOne("the loss is not a number")
                .under(conditions(run))
                .measure("loss", "smallest loss reached", run.real().best(), Bound.finite("exact"))
                .clue("the loss starts at %s and is %s after %d steps"
                        .formatted(
                                Numbers.text(run.real().start()),
                                Numbers.text(run.real().end()),
                                run.real().steps()))
                .outcome();
    }

    private static String conditions(OverfitRun run) {
        return "%d examples, %d steps"
                .formatted(run.evidence().examples(), run.real().steps());
    }

    private static Outcome outcome(List<OverfitRun> runs) {
        OverfitRun first = runs.get(0);
        boolean several = runs.size() > 1;
        Examination examination = Examination.ofOne(
                        several ? "the batches were not learnt" : "the batch was not learnt")
                .under((several ? runs.size() + " batches, each of " : "") + conditions(first))
                .measure(
                        "loss",
                        "part of the way to the floor that is left",
                        mean(runs, OverfitRun::left),
                        Bound.atMost(mean(runs, OverfitRun::allowed), source(first)));
        runs.forEach(run -> examination.clue(progress(run)));
        return examination
                .clue("with every input replaced by the first example's, the same steps reach %s"
                        .formatted(Numbers.text(first.evidence().ablated().best())))
                .outcome();
    }

    private static String progress(OverfitRun run) {
        return "from %s the loss came to %s after a third of the steps, to %s at best and to %s at the end"
                        .formatted(
                                Numbers.text(run.real().start()),
                                Numbers.text(run.real().bestUntil(1 / 3.0)),
                                Numbers.text(run.real().best()),
                                Numbers.text(run.real().end()))
                + (run.isHeldBack()
                        ? "; there, following its gradient lowers it by another "
                                + Numbers.text(run.evidence().downhill())
                        : "");
    }

    private static String source(OverfitRun run) {
        return "a tenth, or half where the data loss still slopes, of the way from chance %s to floor %s"
                .formatted(Numbers.text(run.chance()), Numbers.text(run.floor()));
    }

    private static double mean(List<OverfitRun> runs, ToDoubleFunction<OverfitRun> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
