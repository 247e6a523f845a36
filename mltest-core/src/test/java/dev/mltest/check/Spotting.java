package dev.mltest.check;

import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Question;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** A check that needs what it is told and judges as it is told. */
record Spotting(Set<Question<?>> needs, int seeds, Function<EvidenceBook, Verdict> judging)
        implements Check {

    static final Bound SMALL = Bound.atMost(1, "for the test");

    static Spotting of(Function<EvidenceBook, Verdict> judging, Question<?>... needs) {
        return new Spotting(new LinkedHashSet<>(Arrays.asList(needs)), 1, judging);
    }

    Spotting underSeeds(int count) {
        return new Spotting(needs, count, judging);
    }

    static Outcome held() {
        return Examination.of("things", "fail")
                .measure("place", "value", 0, SMALL)
                .outcome();
    }

    @Override
    public String id() {
        return "spotting";
    }

    @Override
    public String claim() {
        return "should be spotless";
    }

    @Override
    public String because() {
        return "spots show";
    }

    @Override
    public double falseAlarmRate() {
        return 0.25;
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        return judging.apply(book);
    }

    /** What was seen of one thing. */
    record Sight(double value) implements Evidence {}

    /** A question about one thing. */
    record Look(String id) implements Question<Sight> {

        @Override
        public Class<Sight> evidenceType() {
            return Sight.class;
        }
    }
}
