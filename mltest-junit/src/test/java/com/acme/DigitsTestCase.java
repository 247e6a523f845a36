package com.acme;

import static dev.mltest.junit.MltestAssertions.assertThat;

import dev.mltest.junit.FakeChecks;
import dev.mltest.junit.FakeModels;
import dev.mltest.junit.MLTest;
import dev.mltest.junit.ModelTests;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Fails in the ways in which a user's test fails. */
public class DigitsTestCase implements ModelTests {

    @Override
    public ModelUnderTest model() {
        return FakeModels.trainable("digits");
    }

    @MLTest(seed = 7)
    void weights_differ(ModelUnderTest model) {
        assertThat(model).as("after pruning").passes(FakeChecks.violated());
    }

    /** Of its own. */
    @Nested
    public class Pruned {

        @MLTest
        void weights_differ(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.violated());
        }
    }

    @Test
    void weights_differ_without_mltest() {
        assertThat(model()).passes(FakeChecks.violated());
    }
}
