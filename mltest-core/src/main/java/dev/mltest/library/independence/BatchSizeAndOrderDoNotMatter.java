package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.PredictingEvidence;
import dev.mltest.evidence.PredictingEvidence.Output;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Mixing;
import dev.mltest.experiment.Predicting;

import java.util.Set;

/**
 * In inference mode an example's output depends neither on its place in the batch nor on how many
 * examples the batch holds.
 */
public final class BatchSizeAndOrderDoNotMatter implements Check {

    private static final String SOURCE =
            "256 units of round-off at the output's size, or 64 times the effect of one unit in the"
                    + " inputs";

    @Override
    public String id() {
        return "batch-size-and-order-do-not-matter";
    }

    @Override
    public String claim() {
        return "should predict an example alike in a batch of any size and order";
    }

    @Override
    public String because() {
        return "production sends single examples, in whatever order they come";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Predicting());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PredictingEvidence evidence = book.of(new Predicting()).get(0);
        for (Output output : evidence.outputs()) {
            if (!output.isFinite()) {
                return new Outcome.NotApplicable(output.name() + " holds NaN or infinities");
            }
            if (Double.isNaN(output.reversed())) {
                return new Outcome.NotApplicable(output.name()
                        + " does not have a row for each example, see examples-do-not-mix");
            }
            if (output.isNoisy()) {
                return new Outcome.NotApplicable(
                        output.name() + " differs from one prediction to the next anyway");
            }
        }
        Examination examination = examine(evidence);
        Mixing mixing = new Mixing();
        if (examination.findsViolation() && !book.has(mixing)) {
            return Verdict.Undecided.ask("examples may touch each other", mixing);
        }
        return examination.findsViolation() && mixes(book)
                ? new Outcome.NotApplicable("its examples mix already, see examples-do-not-mix")
                : examination.outcome();
    }

    private static boolean mixes(EvidenceBook book) {
        return book.answers(new Mixing())
                && book.of(new Mixing()).get(0).outputs().stream()
                        .anyMatch(MixingEvidence.Output::isMixed);
    }

    private static Examination examine(PredictingEvidence evidence) {
        Examination examination = Examination.of("figures", "depend on the batch")
                .under("batch of %d".formatted(evidence.batchSize()));
        for (Output output : evidence.outputs()) {
            Bound bound = Bound.atMost(output.tolerance(), SOURCE);
            String name = output.name();
            examination.measure(
                    name,
                    "change of %s in reverse order".formatted(name),
                    output.reversed(),
                    bound);
            if (evidence.refusal().isEmpty()) {
                examination.measure(
                        name,
                        "change of %s in half a batch".formatted(name),
                        output.prefix(),
                        bound);
                examination.measure(
                        name, "change of %s alone".formatted(name), output.alone(), bound);
            }
        }
        if (!evidence.refusal().isEmpty()) {
            examination.note("batches of another size are refused: " + evidence.refusal());
        }
        return examination;
    }
}
