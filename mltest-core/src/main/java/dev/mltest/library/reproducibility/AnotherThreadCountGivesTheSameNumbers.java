package dev.mltest.library.reproducibility;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.ThreadsEvidence;
import dev.mltest.evidence.ThreadsEvidence.Figure;
import dev.mltest.evidence.ThreadsEvidence.Kind;
import dev.mltest.experiment.ThreadCounts;

import java.util.Locale;
import java.util.Set;

/**
 * Start, outputs, gradients and the first step are the same with another number of threads, up to
 * what adding in another order may change. Exact equality is not asked for: no framework promises
 * it.
 */
public final class AnotherThreadCountGivesTheSameNumbers implements Check {

    private static final double CERTAINTY = 8;
    private static final double UNITS = 64;
    private static final double OF_A_STEP = 0.05;

    @Override
    public String id() {
        return "another-thread-count-gives-the-same-numbers";
    }

    @Override
    public String claim() {
        return "should compute the same numbers, up to round-off, with another number of threads";
    }

    @Override
    public String because() {
        return "a result that hangs on the number of cores cannot be repeated on another machine";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new ThreadCounts());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ThreadsEvidence evidence = book.of(new ThreadCounts()).get(0);
        Examination all = examination(evidence);
        for (Kind kind : Kind.values()) {
            Examination stage = examination(evidence);
            for (Figure figure : evidence.figures()) {
                if (figure.kind() == kind) {
                    measure(stage, evidence, figure);
                    measure(all, evidence, figure);
                }
            }
            if (stage.findsViolation()) {
                return stage.outcome();
            }
        }
        return all.outcome();
    }

    private static Examination examination(ThreadsEvidence evidence) {
        return Examination.of("tensors", "differ by more than round-off")
                .under("%d thread against %d".formatted(evidence.fewer(), evidence.more()));
    }

    private static void measure(Examination examination, ThreadsEvidence evidence, Figure figure) {
        examination.measure(
                figure.place(),
                "difference of its " + figure.kind().name().toLowerCase(Locale.ROOT),
                figure.difference(),
                allowed(evidence, figure));
    }

    private static Bound allowed(ThreadsEvidence evidence, Figure figure) {
        if (figure.kind() == Kind.STEP) {
            return Bound.atMost(
                    OF_A_STEP * figure.scale(),
                    "a twentieth of the largest step, where the gradient is a thousand times its"
                            + " round-off");
        }
        double order =
                CERTAINTY * Math.sqrt(evidence.summands()) * figure.epsilon() * figure.scale();
        return Bound.atMost(
                Math.max(order, UNITS * figure.unit()),
                "8 sqrt(n) units of round-off for sums of n = %d in another order, or 64 times the effect of one unit in every input and parameter"
                        .formatted(evidence.summands()));
    }
}
