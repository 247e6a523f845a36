package dev.mltest.testing;

import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Describes a reference network for mltest, starting from a correct one; each call changes one
 * thing.
 */
public final class ReferenceModel {

    private final String name;
    private Task task;
    private Function<Noise, List<Layer>> layers;
    private LossFunction loss;
    private Supplier<UpdateRule> rule = () -> UpdateRule.adam(0.02);
    private ElementType precision = ElementType.FLOAT32;
    private Function<ReferenceNetwork, Predictor> handedOver = network -> network;
    private Batch data;

    private ReferenceModel(String name, Task task, LossFunction loss) {
        this.name = name;
        this.task = task;
        this.loss = loss;
        this.data = task instanceof Task.Regression ? ToyData.values(256) : ToyData.classes(256);
    }

    /** A correct classifier: two hidden layers, centring and dropout. */
    public static ReferenceModel classifier() {
        ReferenceModel model = new ReferenceModel(
                "toy-classifier", Task.classification(ToyData.CLASSES), Losses.crossEntropy());
        model.layers = noise -> classifierLayers(noise);
        return model;
    }

    /** A correct regression network. */
    public static ReferenceModel regressor() {
        ReferenceModel model =
                new ReferenceModel("toy-regressor", Task.regression(), Losses.squaredError());
        model.layers = noise -> List.of(
                Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                Layers.tanh("tanh"),
                Layers.dense("head", 24, 1, noise));
        return model;
    }

    private static List<Layer> classifierLayers(Noise noise) {
        return List.of(
                Layers.dense("first", ToyData.FEATURES, 24, noise),
                Layers.centre("centre", 24),
                Layers.relu("relu"),
                Layers.dropout("dropout", 0.1),
                Layers.dense("second", 24, 24, noise),
                Layers.tanh("tanh"),
                Layers.dense("head", 24, ToyData.CLASSES, noise));
    }

    /** With other layers. */
    public ReferenceModel layers(Function<Noise, List<Layer>> given) {
        layers = given;
        return this;
    }

    /** With one more layer, shared by all networks, behind the layer of this name. */
    public ReferenceModel after(String name, Layer added) {
        return after(name, () -> added);
    }

    /** With one more layer behind the layer of this name, made anew for each network. */
    public ReferenceModel after(String name, Supplier<Layer> added) {
        Function<Noise, List<Layer>> original = layers;
        return layers(noise -> {
            List<Layer> extended = new ArrayList<>();
            for (Layer layer : original.apply(noise)) {
                extended.add(layer);
                if (layer.name().equals(name)) {
                    extended.add(added.get());
                }
            }
            return extended;
        });
    }

    /** With another loss. */
    public ReferenceModel loss(LossFunction given) {
        loss = given;
        return this;
    }

    /** With another update rule. */
    public ReferenceModel rule(Supplier<UpdateRule> given) {
        rule = given;
        return this;
    }

    /** In another precision. */
    public ReferenceModel precision(ElementType given) {
        precision = given;
        return this;
    }

    /** For another task. */
    public ReferenceModel task(Task given) {
        task = given;
        return this;
    }

    /** On other data. */
    public ReferenceModel data(Batch given) {
        data = given;
        return this;
    }

    /** The first examples of its data. */
    public Batch held(int examples) {
        return data.firstRows(examples);
    }

    /** Handed over in another form, for example as a {@link PlainPredictor}. */
    public ReferenceModel as(Function<ReferenceNetwork, Predictor> form) {
        handedOver = form;
        return this;
    }

    /** The network for a seed. */
    public ReferenceNetwork network(long seed) {
        return new ReferenceNetwork(
                () -> layers.apply(new Noise(seed)), loss, rule.get(), precision);
    }

    /** The description, to which declarations can be added. */
    public ModelUnderTest.Builder builder() {
        return ModelUnderTest.named(name, (seed, device) -> handedOver.apply(network(seed)))
                .task(task)
                .trainingData(data);
    }

    /** The description. */
    public ModelUnderTest build() {
        return builder().build();
    }
}
