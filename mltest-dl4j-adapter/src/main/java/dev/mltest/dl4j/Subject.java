package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.function.Function;
import java.util.function.Supplier;

/** A network, its noise and its data path. */
final class Subject implements AutoCloseable {

    private final String name;
    private final Guard guard;
    private final Network network;
    private final Ownership ownership;
    private final Network.Workspaces before;
    private final double scoreBefore;
    private final Upload upload;
    private final Noise noise = Noise.current();

    Subject(String name, Network network, Ownership ownership) {
        this.name = name;
        guard = new Guard(name);
        this.network = network;
        this.ownership = ownership;
        before = network.workspaces();
        scoreBefore = network.score();
        network.workspaces(Network.Workspaces.NONE);
        upload = new Upload(
                name,
                network.vector().orElseThrow().dataType(),
                network.inputs(),
                network.outputs().size());
    }

    String name() {
        return name;
    }

    Network network() {
        return network;
    }

    Noise noise() {
        return noise;
    }

    Upload upload() {
        return upload;
    }

    /** Does something with the network configured as it was given. */
    <T> T asGiven(Function<Network, T> work) {
        network.workspaces(before);
        try {
            return work.apply(network);
        } finally {
            network.workspaces(Network.Workspaces.NONE);
        }
    }

    /** A forward pass in this mode. */
    Network.Forward forward(Feed feed, Mode mode) {
        return network.forward(feed, mode == Mode.TRAINING, this::requireDouble);
    }

    /** Some of DL4J's layers compute in single precision whatever the network's type is. */
    private void requireDouble(String layer, INDArray value) {
        if (ownership == Ownership.TWIN && value.dataType() != DataType.DOUBLE) {
            throw new NotAvailableException(
                    "DL4J computes layer '%s' of '%s' in %s even in a double-precision network"
                            .formatted(layer, name, value.dataType()));
        }
    }

    /** A pass with targets: in training mode the noise moves on, in inference mode nothing does. */
    <T> T pass(Batch batch, Mode mode, Function<Feed, T> work) {
        return guarded(batch, () -> upload.whole(batch), feed -> {
            Supplier<T> pass = () -> work.apply(feed);
            return mode == Mode.TRAINING ? noise.pass(pass) : Noise.unnoticed(pass);
        });
    }

    /** A pass in inference mode without targets. */
    <T> T predicting(Batch batch, Function<Feed, T> work) {
        return guarded(
                batch,
                () -> upload.inputsOf(batch),
                feed -> Noise.unnoticed(() -> work.apply(feed)));
    }

    private <T> T guarded(Batch batch, Supplier<Feed> upload, Function<Feed, T> work) {
        return guard.running(batch, () -> {
            try (Feed feed = upload.get()) {
                return Outside.workspaces(() -> work.apply(feed));
            } finally {
                network.clear();
            }
        });
    }

    /** Puts workspaces and score back; frees what belongs to mltest. */
    @Override
    public void close() {
        network.workspaces(before);
        network.score(scoreBefore);
        if (ownership != Ownership.USERS) {
            network.memory().filter(INDArray::closeable).forEach(INDArray::close);
        }
    }
}
