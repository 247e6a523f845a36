package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the author of an adapter supplies. Whatever the framework cannot do is answered by a
 * {@link NotAvailableException} with the reason; the contract then reports the property as not
 * available and does not fail.
 */
public interface AdapterUnderTest {

    /** A short name for the report's file, such as {@code djl-pytorch}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * The carrier in the framework, described as a user of the adapter would do it, its
     * {@link #arranged} batch as training data.
     */
    ModelUnderTest model(Carrier carrier);

    /** A carrier's batch in the layout that the framework wants; as it is, unless overridden. */
    default Batch arranged(Carrier carrier, Batch batch) {
        return batch;
    }

    /**
     * The weights of a carrier under the reference's names and in its layouts.
     *
     * @param values every parameter's value by its path, in the order of the model's parameters
     */
    Map<String, ArrayTensor> referenceWeights(Carrier carrier, Map<String, ArrayTensor> values);

    /**
     * Trains a carrier with nothing but the framework: its own {@code fit} or training loop.
     *
     * @param seed of the model, as the adapter's factory takes it
     * @param batch arranged
     * @return values of all parameters, running statistics included, in the order of the model's
     *     parameters
     */
    List<ArrayTensor> trainedByFramework(Carrier carrier, long seed, Batch batch, int steps);

    /** {@link Carrier#MLP} with the layer {@code hidden} frozen by the framework's own means. */
    ModelUnderTest withFrozenLayer();

    /**
     * A classifier of {@link Carrier#MLP}'s data in which one dense layer of 4 by 4 is used twice:
     * dense, tanh, the same dense layer again, tanh, dense {@code head} of 3.
     */
    ModelUnderTest withTiedLayer();

    /** Number of native arrays that are alive, if the framework counts them. */
    default OptionalLong liveArrays() {
        return OptionalLong.empty();
    }
}
