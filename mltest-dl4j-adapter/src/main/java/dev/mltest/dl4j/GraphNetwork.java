package dev.mltest.dl4j;

import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.FrozenVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A graph of layers and other vertices. */
final class GraphNetwork implements Network {

    private final String name;
    private final ComputationGraph graph;
    private final ComputationGraphConfiguration conf;
    private final boolean shares;

    GraphNetwork(String name, ComputationGraph graph) {
        this.name = name;
        this.graph = graph;
        graph.init();
        conf = graph.getConfiguration();
        shares = conf.getInferenceWorkspaceMode() == WorkspaceMode.NONE;
    }

    @Override
    public NeuralNetwork nativeNetwork() {
        return graph;
    }

    @Override
    public int inputs() {
        return graph.getNumInputArrays();
    }

    @Override
    public List<Place> places() {
        LayerName names = new LayerName();
        List<Place> places = new ArrayList<>();
        for (GraphVertex vertex : ordered()) {
            if (vertex.hasLayer()) {
                boolean frozen =
                        vertex instanceof FrozenVertex || Layers.isFrozen(vertex.getLayer());
                String key = vertex.getVertexName();
                places.add(new Place(key, names.given(key), vertex.getLayer(), frozen));
            }
        }
        return places;
    }

    private List<GraphVertex> ordered() {
        List<GraphVertex> vertices = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            vertices.add(graph.getVertices()[index]);
        }
        return vertices;
    }

    @Override
    public List<Layer> outputs() {
        return conf.getNetworkOutputs().stream().map(graph::getLayer).toList();
    }

    @Override
    public Map<String, INDArray> arrays() {
        return graph.paramTable();
    }

    @Override
    public Optional<INDArray> vector() {
        return Optional.ofNullable(graph.params()).filter(params -> params.length() > 0);
    }

    @Override
    public Forward forward(Feed feed, boolean training, BiConsumer<String, INDArray> seen) {
        graph.setInputs(feed.inputs());
        graph.setLayerMaskArrays(feed.inputMasks(), feed.targetMasks());
        INDArray[] outputs = new INDArray[conf.getNetworkOutputs().size()];
        double loss = feed.hasTargets() ? 0 : Double.NaN;
        for (GraphVertex vertex : ordered()) {
            int output = conf.getNetworkOutputs().indexOf(vertex.getVertexName());
            if (output >= 0 && feed.hasTargets()) {
                loss += loss(vertex, feed.targets()[output], training);
                Layers.showPadding(
                        vertex.getLayer(),
                        feed.targetMasks() == null ? null : feed.targetMasks()[output]);
            }
            INDArray value = vertex.isInputVertex()
                    ? feed.inputs()[vertex.getVertexIndex()]
                    : vertex.doForward(training, OUTSIDE);
            if (!vertex.isInputVertex()) {
                seen.accept(vertex.getVertexName(), value);
            }
            if (output >= 0) {
                outputs[output] = value;
            }
            handOn(vertex, value);
        }
        return new Forward(loss, outputs);
    }

    private double loss(GraphVertex vertex, INDArray target, boolean training) {
        IOutputLayer output = Layers.output(name, vertex.getLayer());
        output.setLabels(target);
        return output.computeScore(0, training, OUTSIDE);
    }

    /**
     * Some layers write into their input. With workspaces DL4J gives every follower a copy; without
     * them the followers share, if that is how the user configured the graph.
     */
    private void handOn(GraphVertex vertex, INDArray value) {
        VertexIndices[] followers = vertex.getOutputVertices();
        for (int i = 0; followers != null && i < followers.length; i++) {
            graph.getVertices()[followers[i].getVertexIndex()].setInput(
                    followers[i].getVertexEdgeNumber(), shares ? value : value.dup(), OUTSIDE);
        }
    }

    @Override
    public Passed backward(Feed feed) {
        if (truncates()) {
            throw new NotAvailableException(
                    "DL4J computes gradients of a graph with truncated back-propagation through time only within a step");
        }
        InputGradients inputs = new InputGradients(graph);
        List<TrainingListener> before = listeners();
        listeners(List.of(inputs));
        try {
            graph.setInputs(feed.inputs());
            graph.setLabels(feed.targets());
            graph.setLayerMaskArrays(feed.inputMasks(), feed.targetMasks());
            graph.computeGradientAndScore();
        } finally {
            listeners(before);
        }
        double loss = graph.score() - regularization();
        return new Passed(loss, graph.gradient().gradientForVariable(), inputs.seen());
    }

    @Override
    public void fit(Feed feed) {
        graph.fit(feed.inputs(), feed.targets(), feed.inputMasks(), feed.targetMasks());
    }

    @Override
    public double score() {
        return graph.score();
    }

    @Override
    public void score(double value) {
        graph.setScore(value);
    }

    @Override
    public double regularization() {
        return graph.calcRegularizationScore(true);
    }

    @Override
    public boolean truncates() {
        return conf.getBackpropType() == BackpropType.TruncatedBPTT;
    }

    @Override
    public Optional<INDArray> updaterState() {
        return Optional.ofNullable(graph.getUpdater().getStateViewArray());
    }

    @Override
    public Stream<INDArray> memory() {
        Optional<INDArray> state =
                graph.getUpdater(false) == null ? Optional.empty() : updaterState();
        Optional<INDArray> gradients = Optional.ofNullable(graph.getGradientsViewArray());
        return Stream.of(state, gradients, vector()).flatMap(Optional::stream);
    }

    @Override
    public Counters counters() {
        return new Counters(conf.getIterationCount(), conf.getEpochCount());
    }

    @Override
    public void counters(Counters counters) {
        conf.setIterationCount(counters.iteration());
        conf.setEpochCount(counters.epoch());
        for (Layer layer : graph.getLayers()) {
            layer.setIterationCount(counters.iteration());
            layer.setEpochCount(counters.epoch());
        }
    }

    @Override
    public void clear() {
        graph.clearLayerMaskArrays();
        graph.clearLayersStates();
        graph.clear();
    }

    @Override
    public NeuralNetwork doubled() {
        boolean already = graph.params().dataType() == DataType.DOUBLE;
        return already ? graph.clone() : graph.convertDataType(DataType.DOUBLE);
    }

    @Override
    public Workspaces workspaces() {
        return new Workspaces(conf.getTrainingWorkspaceMode(), conf.getInferenceWorkspaceMode());
    }

    @Override
    public void workspaces(Workspaces modes) {
        conf.setTrainingWorkspaceMode(modes.training());
        conf.setInferenceWorkspaceMode(modes.inference());
    }

    @Override
    public void replace(Place place, Layer by) {
        if (graph.getVertex(place.key()) instanceof LayerVertex vertex) {
            vertex.setLayer(by);
        }
    }

    @Override
    public List<TrainingListener> listeners() {
        return List.copyOf(graph.getListeners());
    }

    @Override
    public void listeners(List<TrainingListener> listeners) {
        graph.setListeners(listeners);
    }
}
