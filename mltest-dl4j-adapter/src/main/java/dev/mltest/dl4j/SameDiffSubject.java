package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A SameDiff graph, its noise and its data path. */
final class SameDiffSubject implements AutoCloseable {

    private final String name;
    private final Guard guard;
    private final SameDiff graph;
    private final Roles roles;
    private final Ownership ownership;
    private final SameDiffUpload upload;
    private final Noise ofTraining = Noise.current();
    private final Noise ofInference = Noise.current();
    private final Consumer<Batch> before;
    private boolean closed;

    SameDiffSubject(String name, SameDiff graph, Roles roles, Ownership ownership) {
        this(name, graph, roles, ownership, batch -> {});
    }

    /** One that does something before every pass. */
    SameDiffSubject(
            String name, SameDiff graph, Roles roles, Ownership ownership, Consumer<Batch> before) {
        this.before = before;
        this.name = name;
        guard = new Guard(name);
        this.graph = graph;
        this.roles = roles;
        this.ownership = ownership;
        upload = new SameDiffUpload(name, graph, roles);
    }

    String name() {
        return name;
    }

    SameDiff graph() {
        return graph;
    }

    Roles roles() {
        return roles;
    }

    /**
     * Each mode draws from a sequence of its own: a graph whose operations draw random numbers does
     * so in inference mode too, and predictions must neither repeat nor disturb training.
     */
    Noise noise(Mode mode) {
        return mode == Mode.TRAINING ? ofTraining : ofInference;
    }

    /** A pass with targets. */
    <T> T pass(Batch batch, Mode mode, Function<Feed, T> work) {
        return guarded(batch, mode, () -> upload.whole(batch), work);
    }

    /** A pass in inference mode without targets. */
    <T> T predicting(Batch batch, Function<Feed, T> work) {
        return guarded(batch, Mode.INFERENCE, () -> upload.inputsOf(batch), work);
    }

    /** Arrays are left to the garbage collector: SameDiff keeps views of them for its next pass. */
    private <T> T guarded(Batch batch, Mode mode, Supplier<Feed> uploaded, Function<Feed, T> work) {
        before.accept(batch);
        return guard.running(
                batch,
                () -> Outside.workspaces(
                        () -> noise(mode).pass(() -> runnable(uploaded.get(), work))));
    }

    private <T> T runnable(Feed feed, Function<Feed, T> work) {
        try {
            return work.apply(feed);
        } catch (NotAvailableException | ConfigurationException known) {
            throw known;
        } catch (RuntimeException e) {
            if (ownership == Ownership.TWIN) {
                throw failing("to compute '%s' in double precision: %s", e);
            }
            if (dropsOut()) {
                throw failing("in dropoutInverted, which '%s' uses: %s", e);
            }
            throw e;
        }
    }

    private NotAvailableException failing(String where, RuntimeException reason) {
        return new NotAvailableException("ND4J fails " + where.formatted(name, reason));
    }

    private boolean dropsOut() {
        return new Dependencies(graph)
                .operations()
                .anyMatch(operation -> operation.getOp() instanceof DropOutInverted);
    }

    /** Does something that the user's listeners need not hear. */
    <T> T unheard(Supplier<T> work) {
        List<Listener> before = List.copyOf(graph.getListeners());
        graph.setListeners(List.of());
        try {
            return work.get();
        } finally {
            graph.setListeners(before);
        }
    }

    /** The names of the batch's inputs, by placeholder. */
    Map<String, String> inputNames(Batch batch) {
        return upload.inputNames(batch);
    }

    /** What a batch fills. */
    Map<String, INDArray> placeholders(Feed feed, Mode mode) {
        Map<String, INDArray> placeholders = upload.placeholders(feed);
        Phase.put(mode, graph, placeholders);
        return placeholders;
    }

    /** The values of these variables. */
    Values compute(Feed feed, Mode mode, Collection<String> variables) {
        String[] names = variables.toArray(String[]::new);
        Map<String, INDArray> values = unheard(() -> graph.output(placeholders(feed, mode), names));
        values.forEach(this::requireDouble);
        return new Values(name, values);
    }

    private void requireDouble(String variable, INDArray value) {
        if (ownership == Ownership.TWIN
                && value.dataType().isFPType()
                && value.dataType() != DataType.DOUBLE) {
            throw new NotAvailableException(
                    "ND4J computes '%s' of '%s' in %s even if everything it is computed from is in double precision"
                            .formatted(variable, name, value.dataType()));
        }
    }

    /**
     * One step of training, heard by the user's listeners.
     *
     * @throws NotAvailableException if it fails
     */
    void fit(Feed feed) {
        MultiDataSet data = new MultiDataSet(
                feed.inputs(), feed.targets(), feed.inputMasks(), feed.targetMasks());
        try {
            graph.fit(data);
        } catch (RuntimeException e) {
            throw failing("to fit '%s', whose loss it computes: %s", e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Frees what belongs to mltest. */
    @Override
    public void close() {
        closed = true;
        if (ownership != Ownership.USERS) {
            GraphMemory.free(graph);
        }
    }
}
