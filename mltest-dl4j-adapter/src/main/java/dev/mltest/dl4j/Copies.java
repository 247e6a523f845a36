package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import org.nd4j.autodiff.samediff.SameDiff;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Copies of a graph by way of its serialised form, which not every operation survives. */
final class Copies {

    private static final double TOLERANCE = 1e-4;

    private final SameDiffSubject original;
    private final Supplier<SameDiff> copying;
    private boolean faithful;

    Copies(SameDiffSubject original) {
        this(original, original.graph()::dup);
    }

    Copies(SameDiffSubject original, Supplier<SameDiff> copying) {
        this.original = original;
        this.copying = copying;
    }

    /**
     * A copy with values of its own and without a gradient function.
     *
     * @throws NotAvailableException if the graph cannot be serialised
     */
    SameDiff make() {
        try {
            return copying.get();
        } catch (RuntimeException e) {
            throw new NotAvailableException(
                    "ND4J cannot copy the graph of '%s': %s".formatted(original.name(), e));
        }
    }

    /**
     * Tries a copy out on a batch, the first time.
     *
     * @throws NotAvailableException if it does not compute what the graph does
     */
    void requireFaithful(Batch batch) {
        if (!faithful && !original.isClosed()) {
            SameDiffSubject copy =
                    new SameDiffSubject(original.name(), make(), original.roles(), Ownership.OURS);
            requireEqual(results(original, batch), results(copy, batch));
            copy.close();
            faithful = true;
        }
    }

    /** With the same noise for both, which stays where it is. */
    private NamedTensors results(SameDiffSubject subject, Batch batch) {
        Noise.State before = original.noise(Mode.INFERENCE).state();
        subject.noise(Mode.INFERENCE).restore(before);
        Roles roles = subject.roles();
        List<String> names = batch.targets().isEmpty() ? roles.outputs() : roles.results();
        Function<Feed, NamedTensors> compute =
                feed -> subject.compute(feed, Mode.INFERENCE, names).copied(names);
        NamedTensors results = batch.targets().isEmpty()
                ? subject.predicting(batch, compute)
                : subject.pass(batch, Mode.INFERENCE, compute);
        subject.noise(Mode.INFERENCE).restore(before);
        return results;
    }

    private void requireEqual(NamedTensors expected, NamedTensors found) {
        for (String name : expected.names()) {
            ArrayTensor value = expected.get(name).toArray();
            double distance = value.differenceFrom(found.get(name)).norm();
            if (distance > TOLERANCE * value.summary().norm()) {
                throw new NotAvailableException(
                        "ND4J's copy of the graph of '%s' computes another '%s' than the graph itself"
                                .formatted(original.name(), name));
            }
        }
    }
}
