package dev.mltest.junit;

import org.opentest4j.TestAbortedException;

/** What happens when a claim does not hold, and when it could not be examined. */
interface Consequence {

    void failed(AssertionError error);

    void notExamined(TestAbortedException reason);

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
