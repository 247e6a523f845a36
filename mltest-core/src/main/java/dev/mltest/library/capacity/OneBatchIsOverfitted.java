package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Trained on one small batch only, the model learns it by heart: at most a tenth of the way from
 * chance (the best constant predictor) to the floor (the smallest loss any outputs can have) is
 * left. A run that is merely slow is not judged.
 */
public final class OneBatchIsOverfitted implements Check {

    private static final double LEFT = 0.1;

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
        OverfitEvidence evidence = book.of(new OverfitOneBatch()).get(0);
        Curve real = evidence.real();
        double chance = OverfitScale.chance(evidence);
        double allowed = evidence.floor() + LEFT * (chance - evidence.floor());
        if (Double.isNaN(real.best())) {
            return notANumber(evidence);
        }
        if (!(chance > evidence.floor())) {
            return new Outcome.NotApplicable(noRange(chance, evidence.floor()));
        }
        Slowness slowness = new Slowness(real, allowed, chance - evidence.floor());
        if (!(real.best() <= allowed) && slowness.isMerelySlow()) {
            return new Outcome.NotApplicable(slowness.describe());
        }
        return outcome(evidence, chance, allowed);
    }

    private static Outcome notANumber(OverfitEvidence evidence) {
        Curve real = evidence.real();
        return Examination.ofOne("the loss is not a number")
                .under(conditions(evidence))
                .measure("loss", "smallest loss reached", real.best(), Bound.finite("exact"))
                .clue("the loss starts at %s and is %s after %d steps"
                        .formatted(
                                Numbers.text(real.start()), Numbers.text(real.end()), real.steps()))
                .outcome();
    }

    private static String conditions(OverfitEvidence evidence) {
        return "%d examples, %d steps"
                .formatted(evidence.examples(), evidence.real().steps());
    }

    private static Outcome outcome(OverfitEvidence evidence, double chance, double allowed) {
        Curve real = evidence.real();
        return Examination.ofOne("the batch was not learnt")
                .under(conditions(evidence))
                .measure(
                        "loss",
                        "smallest loss reached",
                        real.best(),
                        Bound.atMost(
                                allowed,
                                "floor %s plus a tenth of the way to chance %s"
                                        .formatted(
                                                Numbers.text(evidence.floor()),
                                                Numbers.text(chance))))
                .clue("the loss starts at %s, is %s after a third of the steps and %s at the end"
                        .formatted(
                                Numbers.text(real.start()),
                                Numbers.text(real.bestUntil(1 / 3.0)),
                                Numbers.text(real.end())))
                .clue("with every input replaced by the first example's, the same steps reach %s"
                        .formatted(Numbers.text(evidence.ablated().best())))
                .outcome();
    }

    private static String noRange(double chance, double floor) {
        boolean floorIsHigher = floor > chance && (floor > 0 || chance < 0);
        return floorIsHigher
                ? "by this loss, outputs equal to the targets (%s) are no better than the best constant ones (%s)"
                        .formatted(Numbers.text(floor), Numbers.text(chance))
                : "all targets of the batch agree: the best constant outputs have a loss of "
                        + Numbers.text(chance);
    }
}
