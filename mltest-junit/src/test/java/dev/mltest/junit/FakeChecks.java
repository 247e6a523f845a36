package dev.mltest.junit;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Bench;

import java.util.Set;
import java.util.function.Function;

/** Checks whose verdict is known beforehand, each on the evidence of one glance. */
public final class FakeChecks {

    private static final Glance GLANCE = new Glance("glance", bench -> {});

    private FakeChecks() {}

    /** One that holds, 0.375 above its bound of 1. */
    public static Check held() {
        return new Fake(
                "weights-are-large",
                "should have large weights",
                GLANCE,
                book -> weights()
                        .measure("encoder/weight [4x4]", "min |w|", 3, Bound.above(1, "fake"))
                        .measure("head/weight [1x4]", "min |w|", 1.375, Bound.above(1, "fake"))
                        .outcome());
    }

    /** One that is violated at encoder/weight and encoder/bias, not at head/weight. */
    public static Check violated() {
        return new Fake(
                "weights-differ",
                "should have weights that differ",
                GLANCE,
                book -> weights()
                        .measure("encoder/weight [4x4]", "spread", 0, Bound.above(1e-12, "fake"))
                        .measure("encoder/bias [4]", "spread", 0, Bound.above(1e-12, "fake"))
                        .measure("head/weight [1x4]", "spread", 0.5, Bound.above(1e-12, "fake"))
                        .clue("the weights around them differ")
                        .outcome());
    }

    /** One that finds nothing to examine. */
    public static Check vacuous() {
        return new Fake(
                "weights-are-there",
                "should have weights",
                GLANCE,
                book -> weights().outcome());
    }

    /** One that needs gradients, and then holds. */
    public static Check needingGradients() {
        return new Fake(
                "gradients-are-there",
                "should have gradients",
                new Glance("gradients", Bench::differentiable),
                book -> Examination.of("gradients", "were missing")
                        .measure("loss", "gradients", 1, Bound.above(0, "fake"))
                        .outcome());
    }

    /** One whose only experiment takes some time; so a second one needs a budget. */
    public static Check slow(String id, long millis) {
        return new Fake(
                id,
                "should take its time",
                new Glance(id, bench -> sleep(millis)),
                book -> weights()
                        .measure("clock", "seconds", 1, Bound.above(0, "fake"))
                        .outcome());
    }

    private static Examination weights() {
        return Examination.of("weights", "do not").under("one glance");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record Fake(
            String id, String claim, Glance glance, Function<EvidenceBook, Verdict> judgement)
            implements Check {

        @Override
        public String because() {
            return "the test needs a verdict";
        }

        @Override
        public Set<Question<?>> needs() {
            return Set.of(glance);
        }

        @Override
        public Verdict judge(EvidenceBook book) {
            return judgement.apply(book);
        }
    }
}
