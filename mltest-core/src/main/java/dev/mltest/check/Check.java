package dev.mltest.check;

import dev.mltest.evidence.Question;

import java.util.Set;

/** A claim about a model, judged on recorded evidence alone: a pure function. */
public interface Check {

    /** Stable name in kebab case; also the name of its page under {@code docs/checks}. */
    String id();

    /** What the model should do, to be read after its name: {@code should ...}. */
    String claim();

    /** Why that matters, to be read after {@code because}. */
    String because();

    /** What has to be known of the model, under each seed. */
    Set<Question<?>> needs();

    /** How many seeds it takes at least. */
    default int seeds() {
        return 1;
    }

    /** How often, at most, a correct model is accused by chance; 0 if chance plays no part. */
    default double falseAlarmRate() {
        return 0;
    }

    /**
     * The same check at another false-alarm rate: a smaller one makes fewer false accusations and
     * misses more. A check in which chance plays no part stays as it is.
     */
    default Check atFalseAlarmRate(double rate) {
        return this;
    }

    /** Judges. Everything in {@link #needs()} is in the book. */
    Verdict judge(EvidenceBook book);

    /** This check, blind to violations at places that match one of these globs. */
    default Check ignoring(String... globs) {
        return new IgnoringCheck(this, Set.of(globs));
    }
}
