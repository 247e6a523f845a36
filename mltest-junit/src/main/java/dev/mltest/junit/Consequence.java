package dev.mltest.junit;

import org.opentest4j.TestAbortedException;

/** What happens when a claim does not hold, and when it could not be examined. */
interface Consequence {

    void failed(AssertionError error);

    void notExamined(TestAbortedException reason);

    /** A violation ends the test too, but with the same words does not fail it. */
    default Consequence withoutFailures() {
        Consequence failing = this;
        return new Consequence() {

            @Override
            public void failed(AssertionError error) {
                notExamined(StackTraces.trimmed(new TestAbortedException(
                        "violated; with mltest.fail-on=never that does not fail the test\n\n"
                                + error.getMessage())));
            }

            @Override
            public void notExamined(TestAbortedException reason) {
                failing.notExamined(reason);
            }
        };
    }

    /** The test ends at once. */
    static Consequence immediate() {
        return new Consequence() {

            @Override
            public void failed(AssertionError error) {
                throw error;
            }

            @Override
            public void notExamined(TestAbortedException reason) {
                throw reason;
            }
        };
    }
}
