package dev.mltest.sample.broken.djl;

import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;

/** Fails: a suite with something to report. */
class DetachedBranchTestCase implements SanityChecks {

    @Override
    public ModelUnderTest model() {
        return new DetachedBranch().get();
    }
}
