package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ConcurrencyEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Concurrency;
import dev.mltest.model.Numbers;

import java.util.Set;

/** What several threads that share it predict at once is what one thread gets, and none fails. */
public final class ConcurrentPredictionsAgree implements Check {

    private static final String PLACE = "service";
    private static final Bound NONE =
            Bound.none("none may fail, or differ by more than 256 units of round-off");

    @Override
    public String id() {
        return "concurrent-predictions-agree";
    }

    @Override
    public String claim() {
        return "should predict for several threads at once what it predicts for one";
    }

    @Override
    public String because() {
        return "what threads share and write to mixes up requests, or breaks down under load";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Concurrency());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ConcurrencyEvidence evidence = book.of(new Concurrency()).get(0);
        if (evidence.isNoisy()) {
            return new Outcome.NotApplicable(
                    "predictions of one thread differ from one to the next by %s already"
                            .formatted(Numbers.text(evidence.noise())));
        }
        Examination examination = Examination.ofOne("it is not safe for use by several threads")
                .under("%d threads, %d predictions of %d examples"
                        .formatted(evidence.threads(), evidence.asked(), evidence.examples()));
        if (evidence.status() != 0) {
            return examination
                    .measure(PLACE, "exit status of the JVM", evidence.status(), NONE)
                    .clue("one thread had predicted all examples twice before")
                    .clue("its last words: " + evidence.lastWords())
                    .outcome();
        }
        if (evidence.asked() > 0) {
            measure(examination, evidence);
        }
        return examination.outcome();
    }

    private static void measure(Examination examination, ConcurrencyEvidence evidence) {
        examination
                .measure(PLACE, "predictions that differ", evidence.differing(), NONE)
                .measure(PLACE, "predictions that throw", evidence.thrown(), NONE)
                .measure(PLACE, "threads that do not end", evidence.unfinished(), NONE)
                .note("%d predictions were compared".formatted(evidence.compared()));
        if (evidence.differing() > 0) {
            examination.clue(
                    "they differ by up to %s; round-off allows %s, and one thread's differ by %s"
                            .formatted(
                                    Numbers.text(evidence.worst()),
                                    Numbers.text(evidence.roundOff()),
                                    Numbers.text(evidence.noise())));
        }
        if (evidence.thrown() > 0) {
            examination.clue("the first exception: " + evidence.thrownFirst());
        }
    }
}
