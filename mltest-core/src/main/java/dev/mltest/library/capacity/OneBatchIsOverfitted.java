package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trained on one small batch only, the model learns it by heart: at most a tenth of the way from
 * chance (the best constant outputs) to the floor (the smallest loss any outputs can have) is left.
 * A batch that did not come close is not the last: others are tried from other weights, until
 * batches learnt and batches stuck differ by two. One example that a silent unit hides is bad luck,
 * a model that lacks capacity is stuck on most. Runs that are merely slow are not judged.
 */
public final class OneBatchIsOverfitted implements Check {

    private static final int MOST_BATCHES = 5;
    private static final int AHEAD = 2;

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
        if (first.isMerelySlow() && first.silentLayer().isEmpty()) {
            return new Outcome.NotApplicable(first.slowness().describe());
        }
        return byMajority(runs.stream().filter(run -> !(run.range() <= 0)).toList(), runs.size());
    }

    private static Verdict byMajority(List<OverfitRun> runs, int tried) {
        long learnt = runs.stream().filter(OverfitRun::isLearnt).count();
        long stuck = runs.stream().filter(OverfitRun::isStuck).count();
        boolean decided = runs.get(0).isLearntPromptly() || Math.abs(stuck - learnt) >= AHEAD;
        if (!decided && tried < MOST_BATCHES) {
            return Verdict.Undecided.moreSeeds(
                    "%d of %d batches were learnt".formatted(learnt, tried),
                    tried < AHEAD ? 1 : Math.min(2, MOST_BATCHES - tried));
        }
        if (learnt == stuck || (!decided && learnt + stuck < AHEAD)) {
            return new Outcome.NotApplicable(
                    "%d of %d batches were learnt, %d were stuck and the others slow"
                            .formatted(learnt, tried, stuck));
        }
        return outcome(runs.stream().filter(run -> !run.isMerelySlow()).toList());
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
        OverfitRun typical = typical(runs);
        boolean several = runs.size() > 1;
        Examination examination = Examination.ofOne(
                        several ? "most batches were not learnt" : "the batch was not learnt")
                .under((several ? runs.size() + " batches, each of " : "") + conditions(typical))
                .measure(
                        typical.silentLayer().orElse("loss"),
                        "part of the way to the floor that is left",
                        typical.left(),
                        Bound.atMost(typical.allowed(), source(typical)));
        runs.forEach(run -> examination.clue(progress(run)));
        leftovers(typical).forEach(examination::clue);
        return examination
                .clue("with every input replaced by the first example's, the same steps reach %s"
                        .formatted(Numbers.text(typical.evidence().ablated().best())))
                .outcome();
    }

    /** The one in the middle: where most are stuck, one of those. */
    private static OverfitRun typical(List<OverfitRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(OverfitRun::excess))
                .toList()
                .get(runs.size() / 2);
    }

    private static Stream<String> leftovers(OverfitRun run) {
        Leftover leftover = run.evidence().leftover();
        Stream<String> layer = run.silentLayer().stream()
                .map(silent ->
                        "%s gets a gradient of exactly 0 from most of the %d examples that are left"
                                .formatted(silent, leftover.examples()));
        Stream<String> fewer = leftover.fewer().stream()
                .map(few -> "%s alone: %s after %d steps"
                        .formatted(
                                few.examples() == 1
                                        ? "its first example"
                                        : "its first %d examples".formatted(few.examples()),
                                Numbers.text(few.best()),
                                few.steps()));
        return Stream.concat(layer, fewer);
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
}
