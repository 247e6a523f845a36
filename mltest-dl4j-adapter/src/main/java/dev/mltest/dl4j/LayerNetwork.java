package dev.mltest.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Layers in a row. */
final class LayerNetwork implements Network {

    private final String name;
    private final MultiLayerNetwork network;
    private final MultiLayerConfiguration conf;

    LayerNetwork(String name, MultiLayerNetwork network) {
        this.name = name;
        this.network = network;
        network.init();
        conf = network.getLayerWiseConfigurations();
    }

    @Override
    public NeuralNetwork nativeNetwork() {
        return network;
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public List<Place> places() {
        LayerName names = new LayerName();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i);
            places.add(new Place(
                    Integer.toString(i),
                    names.of(conf.getConf(i).getLayer(), i),
                    layer,
                    Layers.isFrozen(layer)));
        }
        return places;
    }

    @Override
    public List<Layer> outputs() {
        return List.of(network.getOutputLayer());
    }

    @Override
    public Map<String, INDArray> arrays() {
        return network.paramTable();
    }

    @Override
    public Optional<INDArray> vector() {
        return Optional.ofNullable(network.params()).filter(params -> params.length() > 0);
    }

    @Override
    public Forward forward(Feed feed, boolean training, BiConsumer<String, INDArray> seen) {
        network.setInput(feed.inputs()[0]);
        network.setLayerMaskArrays(feed.inputMask(), feed.targetMask());
        List<Place> places = places();
        INDArray value = feed.inputs()[0];
        double loss = Double.NaN;
        for (int i = 0; i < places.size(); i++) {
            Layer layer = places.get(i).layer();
            layer.setInput(preprocessed(i, value, feed), OUTSIDE);
            if (i == places.size() - 1 && feed.hasTargets()) {
                loss = loss(layer, feed, training);
            }
            value = layer.activate(training, OUTSIDE);
            seen.accept(places.get(i).name(), value);
        }
        return new Forward(loss, value);
    }

    private INDArray preprocessed(int index, INDArray value, Feed feed) {
        InputPreProcessor processor = conf.getInputPreProcess(index);
        return processor == null ? value : processor.preProcess(value, (int) feed.size(), OUTSIDE);
    }

    private double loss(Layer layer, Feed feed, boolean training) {
        IOutputLayer output = Layers.output(name, layer);
        output.setLabels(feed.targets()[0]);
        double loss = output.computeScore(0, training, OUTSIDE);
        Layers.showPadding(layer, feed.targetMask());
        return loss;
    }

    @Override
    public Passed backward(Feed feed) {
        // Masks are set here: DL4J's own argument for the input mask would mask the targets too.
        network.setLayerMaskArrays(feed.inputMask(), feed.targetMask());
        Pair<Gradient, INDArray> both = unheard(
                () -> network.calculateGradients(feed.inputs()[0], feed.targets()[0], null, null));
        double loss = Layers.output(name, network.getOutputLayer()).computeScore(0, true, OUTSIDE);
        return new Passed(
                loss, both.getFirst().gradientForVariable(), new INDArray[] {both.getSecond()});
    }

    private <T> T unheard(Supplier<T> work) {
        List<TrainingListener> before = listeners();
        listeners(List.of());
        try {
            return work.get();
        } finally {
            listeners(before);
        }
    }

    @Override
    public void fit(Feed feed) {
        network.fit(feed.inputs()[0], feed.targets()[0], feed.inputMask(), feed.targetMask());
    }

    @Override
    public double score() {
        return network.score();
    }

    @Override
    public void score(double value) {
        network.setScore(value);
    }

    @Override
    public double regularization() {
        return network.calcRegularizationScore(true);
    }

    @Override
    public boolean truncates() {
        return conf.getBackpropType() == BackpropType.TruncatedBPTT;
    }

    @Override
    public Optional<INDArray> updaterState() {
        return Optional.ofNullable(network.getUpdater().getStateViewArray());
    }

    @Override
    public Stream<INDArray> memory() {
        Optional<INDArray> state =
                network.getUpdater(false) == null ? Optional.empty() : updaterState();
        Optional<INDArray> gradients = Optional.ofNullable(network.getGradientsViewArray());
        return Stream.of(state, gradients, vector()).flatMap(Optional::stream);
    }

    @Override
    public Counters counters() {
        return new Counters(network.getIterationCount(), network.getEpochCount());
    }

    @Override
    public void counters(Counters counters) {
        network.setIterationCount(counters.iteration());
        network.setEpochCount(counters.epoch());
        for (Layer layer : network.getLayers()) {
            layer.setIterationCount(counters.iteration());
            layer.setEpochCount(counters.epoch());
        }
    }

    @Override
    public void clear() {
        network.clearLayerMaskArrays();
        network.clearLayersStates();
        network.setInput(null);
        network.setLabels(null);
    }

    @Override
    public NeuralNetwork doubled() {
        boolean already = network.params().dataType() == DataType.DOUBLE;
        return already ? network.clone() : network.convertDataType(DataType.DOUBLE);
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
        network.getLayers()[Integer.parseInt(place.key())] = by;
    }

    @Override
    public List<TrainingListener> listeners() {
        return List.copyOf(network.getListeners());
    }

    @Override
    public void listeners(List<TrainingListener> listeners) {
        network.setListeners(listeners);
    }
}
