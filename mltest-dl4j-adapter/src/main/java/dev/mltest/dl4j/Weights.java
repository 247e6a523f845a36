package dev.mltest.dl4j;

import dev.mltest.model.Parameter;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights of a network by path, in the order in which a forward pass uses them. */
final class Weights {

    private final Map<ParameterPath, Weight> byPath = new LinkedHashMap<>();

    Weights(Network network) {
        Map<String, INDArray> arrays = network.arrays();
        for (Place place : network.places()) {
            for (String part : place.layer().paramTable().keySet()) {
                String key = place.key() + "_" + part;
                INDArray array = arrays.get(key);
                if (array != null) {
                    ParameterPath path = ParameterPath.of(place.name() + "/" + part);
                    byPath.put(path, new Weight(key, array, role(place, part)));
                }
            }
        }
    }

    /**
     * One weight.
     *
     * @param key DL4J's own
     * @param array its live values
     * @param role what may move it
     */
    record Weight(String key, INDArray array, Role role) {}

    private static Role role(Place place, String part) {
        if (!place.layer().updaterDivideByMinibatch(part)) {
            return Role.STATE;
        }
        boolean pretrained =
                Layers.unwrapped(place.layer()).conf().getLayer().isPretrainParam(part);
        return place.frozen() || pretrained ? Role.FROZEN : Role.TRAINABLE;
    }

    Map<ParameterPath, Weight> byPath() {
        return byPath;
    }

    /** The live values of this path. */
    INDArray at(ParameterPath path) {
        Weight weight = byPath.get(path);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "there is no parameter '%s'; there is %s".formatted(path, byPath.keySet()));
        }
        return weight.array();
    }

    /** The weights in mltest's terms. */
    List<Parameter> described() {
        return byPath.entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Parameter describe(ParameterPath path, Weight weight) {
        return new Parameter(
                path,
                weight.role(),
                Shape.of(weight.array().shape()),
                ElementTypes.of(weight.array().dataType()));
    }
}
