package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopStepsEvidence;
import dev.mltest.evidence.LoopStepsEvidence.ParameterUpdate;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LoopSteps;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From the same parameters and on the same batches the user's own step ends where the declared loss
 * and optimiser end. Without noise that is a matter of measured round-off. With noise, as dropout
 * draws it, the loop's update must not lie farthest out of all, start after start: if the loop does
 * what was declared, it is one among equals.
 */
public final class TheLoopStepsAsDeclared implements Check {

    private static final double RATE = 1e-4;

    private final OddOneOut oddOneOut;

    /** At the standard false-alarm rate. */
    public TheLoopStepsAsDeclared() {
        this(RATE);
    }

    /** At another false-alarm rate. */
    public TheLoopStepsAsDeclared(double rate) {
        this.oddOneOut = new OddOneOut(rate);
    }

    @Override
    public String id() {
        return "the-loop-steps-as-declared";
    }

    @Override
    public String claim() {
        return "should be moved by its own loop as the declared loss and optimizer move it";
    }

    @Override
    public String because() {
        return "gradients that add up, or are scaled or taken in the wrong mode, train another model";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LoopSteps());
    }

    @Override
    public double falseAlarmRate() {
        return oddOneOut.rate();
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new TheLoopStepsAsDeclared(rate);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LoopStepsEvidence evidence = book.of(new LoopSteps()).get(0);
        Optional<ParameterUpdate> first = evidence.updates().stream()
                .filter(TheLoopStepsAsDeclared::deviates)
                .findFirst();
        Examination examination = Examination.ofOne("the loop's steps are not the declared ones")
                .under(conditions(evidence));
        if (first.isPresent()) {
            measure(examination, first.get());
            examination.clue(clue(evidence, first.get()));
            return examination.outcome();
        }
        evidence.updates().forEach(update -> measure(examination, update));
        return evidence.noisy()
                ? oddOneOut.judge(examination, book.of(new LoopSteps()))
                : examination.outcome();
    }

    private static String conditions(LoopStepsEvidence evidence) {
        return "%d %s of the loop%s"
                .formatted(
                        evidence.runs(),
                        evidence.runs() == 1 ? "start" : "starts",
                        evidence.accumulated() == 1
                                ? ""
                                : ", an update after every %d steps"
                                        .formatted(evidence.accumulated()));
    }

    private static boolean deviates(ParameterUpdate update) {
        return !(update.distance() <= update.allowed());
    }

    private static void measure(Examination examination, ParameterUpdate update) {
        examination.measure(
                "loop step " + update.update(),
                "distance of %s from the declared step"
                        .formatted(update.parameter().describe()),
                update.distance(),
                Bound.atMost(
                        update.allowed(),
                        "16 times what round-off in the start, and the noise of training, were"
                                + " measured to change, and 16 units in the last place"));
    }

    private static String clue(LoopStepsEvidence evidence, ParameterUpdate first) {
        List<ParameterUpdate> same = evidence.updates().stream()
                .filter(update -> update.update() == first.update() && deviates(update))
                .toList();
        return "after step %d of the optimizer the loop has moved %s times as far as declared (%s);"
                        .formatted(
                                first.update(),
                                Numbers.text(first.ratio()),
                                first.parameter().path())
                + " apart are "
                + Listing.of(
                        same.stream().map(update -> update.parameter().path()).toList());
    }
}
