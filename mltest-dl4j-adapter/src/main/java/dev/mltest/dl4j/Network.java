package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the two kinds of DL4J networks have in common. */
interface Network {

    /** Everything stays outside workspaces while mltest looks on. */
    LayerWorkspaceMgr OUTSIDE = LayerWorkspaceMgr.noWorkspaces();

    /** The network behind this native object, initialised. */
    static Network of(String name, NeuralNetwork network) {
        if (network instanceof MultiLayerNetwork layers) {
            return new LayerNetwork(name, layers);
        }
        if (network instanceof ComputationGraph graph) {
            return new GraphNetwork(name, graph);
        }
        throw new ConfigurationException(
                "model '%s': a %s is no network mltest knows; hand over a MultiLayerNetwork or a ComputationGraph"
                        .formatted(name, network.getClass().getName()));
    }

    /** The native object. */
    NeuralNetwork nativeNetwork();

    /** Number of inputs. */
    int inputs();

    /** All layers, in the order in which a forward pass runs them. */
    List<Place> places();

    /** Whether some layer lets no gradient through, so that none of the inputs' is complete. */
    default boolean stopsGradients() {
        return places().stream()
                .anyMatch(place -> place.layer() instanceof FrozenLayer
                        || (place.frozen() && !Layers.isFrozen(place.layer())));
    }

    /** The layers that give the outputs, in the order of the outputs. */
    List<Layer> outputs();

    /** Live weights by DL4J's keys. */
    Map<String, INDArray> arrays();

    /** All weights in one live vector; empty if the network has none. */
    Optional<INDArray> vector();

    /**
     * One forward pass. Layers keep what they were given until {@link #clear()}.
     *
     * @param seen told the name and output of every layer as it comes; valid only then
     * @return data loss, NaN without targets, and outputs
     */
    Forward forward(Feed feed, boolean training, BiConsumer<String, INDArray> seen);

    /** One forward and one backward pass in training mode, as DL4J does them. */
    Passed backward(Feed feed);

    /** One step of training, as DL4J does it. */
    void fit(Feed feed);

    /** The loss of the last pass that computed one, with regularisation. */
    double score();

    /** Overwrites that loss. */
    void score(double value);

    /** The part of the loss that regularisation contributes. */
    double regularization();

    /** Whether a step is cut into pieces of time. */
    boolean truncates();

    /** The updater's state, live; empty if it has none. */
    Optional<INDArray> updaterState();

    /** Everything large the network holds on to: weights, gradients, updater state. */
    Stream<INDArray> memory();

    /** Iterations and epochs so far. */
    Counters counters();

    /** Overwrites these counts, in the layers too. */
    void counters(Counters counters);

    /** Forgets inputs, targets and masks, but nothing of the training. */
    void clear();

    /** A copy in double precision, counts included. */
    NeuralNetwork doubled();

    /** Where arrays are made. */
    Workspaces workspaces();

    /** Moves the making of arrays. */
    void workspaces(Workspaces modes);

    /** Puts another layer in the place of one. */
    void replace(Place place, Layer by);

    /** Listeners of the user. */
    List<TrainingListener> listeners();

    /** Overwrites the listeners. */
    void listeners(List<TrainingListener> listeners);

    /**
     * How far training has come.
     *
     * @param iteration number of updates
     * @param epoch number of epochs
     */
    record Counters(int iteration, int epoch) {}

    /**
     * Where arrays are made.
     *
     * @param training in training passes
     * @param inference in others
     */
    record Workspaces(
            @Nullable WorkspaceMode training, @Nullable WorkspaceMode inference) {

        /** On their own, so that they live as long as somebody holds them. */
        static final Workspaces NONE = new Workspaces(WorkspaceMode.NONE, WorkspaceMode.NONE);
    }

    /**
     * What a forward pass gave.
     *
     * @param loss the data loss; NaN without targets
     * @param outputs of the network
     */
    record Forward(double loss, INDArray... outputs) {}
}
