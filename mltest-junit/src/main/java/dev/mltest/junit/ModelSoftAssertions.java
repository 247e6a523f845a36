package dev.mltest.junit;

import dev.mltest.comparison.TensorReader;
import dev.mltest.comparison.TensorTree;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Tensor;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Soft assertions about models and tensors, beside all of AssertJ's own: every claim is examined,
 * and {@link #assertAll()} fails with all that do not hold. If all hold that could be examined but
 * some could not, it aborts the test with the reasons.
 *
 * <p>Works as a parameter or field with AssertJ's {@code SoftAssertionsExtension} too. That
 * extension collects failures only; there a claim that could not be examined aborts the test where
 * it stands.
 */
public class ModelSoftAssertions extends SoftAssertions {

    private final List<TestAbortedException> notExamined = new ArrayList<>();

    /** Without a claim so far. */
    public ModelSoftAssertions() {}

    /** Starts a chain of soft assertions about a model. */
    public ModelAssert assertThat(@Nullable ModelUnderTest model) {
        return new ModelAssert(MltestAssertions.given(model), new Collecting());
    }

    /** Starts a chain of soft assertions about a tensor. */
    public TensorAssert assertThat(@Nullable Tensor tensor) {
        return assertThatTensor(tensor);
    }

    /** Starts a chain of soft assertions about one tensor, of a framework or of Java. */
    public TensorAssert assertThatTensor(@Nullable Object tensor) {
        return new TensorAssert(TensorReader.read(tensor), new Collecting());
    }

    /** Starts a chain of soft assertions about all tensors of a structure. */
    public TensorsAssert assertThatTensors(@Nullable Object structure) {
        return new TensorsAssert(TensorTree.of(structure), new Collecting());
    }

    /** Fails with all claims that do not hold, or else aborts with all that were not examined. */
    @Override
    public void assertAll() {
        super.assertAll();
        if (!notExamined.isEmpty()) {
            throw new TestAbortedException(notExamined.stream()
                    .map(Throwable::getMessage)
                    .collect(Collectors.joining("\n")));
        }
    }

    private final class Collecting implements Consequence {

        @Override
        public void failed(AssertionError error) {
            collectAssertionError(error);
        }

        @Override
        public void notExamined(TestAbortedException reason) {
            if (getDelegate().isPresent()) {
                throw reason;
            }
            notExamined.add(reason);
        }
    }
}
