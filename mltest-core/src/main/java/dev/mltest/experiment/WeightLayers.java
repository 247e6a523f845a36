package dev.mltest.experiment;

import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights of a model by layer, the layer that a forward pass uses last coming first. */
final class WeightLayers {

    private final Differentiable model;
    private final List<List<ParameterPath>> layers;

    private WeightLayers(Differentiable model, List<List<ParameterPath>> layers) {
        this.model = model;
        this.layers = layers;
    }

    static WeightLayers of(Differentiable model) {
        Map<String, List<ParameterPath>> byLayer = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .map(Parameter::path)
                .forEach(path -> byLayer.computeIfAbsent(path.layer(), key -> new ArrayList<>())
                        .add(path));
        List<List<ParameterPath>> layers = new ArrayList<>(byLayer.values());
        Collections.reverse(layers);
        return new WeightLayers(model, layers);
    }

    int count() {
        return layers.size();
    }

    /** Multiplies the weights of one layer. */
    void scale(int layer, double factor) {
        for (ParameterPath path : layers.get(layer)) {
            Tensor value = model.value(path).copy();
            model.assign(path, value.plusScaled(value, factor - 1));
        }
    }
}
