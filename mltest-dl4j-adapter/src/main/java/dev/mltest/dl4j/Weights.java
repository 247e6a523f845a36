package dev.mltest.dl4j;

import dev.mltest.model.Parameter;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The weights of a network or graph by path, in the order in which a forward pass uses them. */
final class Weights {

    private final Map<ParameterPath, Weight> byPath;

    private Weights(Map<ParameterPath, Weight> byPath) {
        this.byPath = byPath;
    }

    /** Those of a network of layers. */
    static Weights of(Network network) {
        Map<ParameterPath, Weight> byPath = new LinkedHashMap<>();
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
        return new Weights(byPath);
    }

    /**
     * Those of a graph: its variables, which training moves, and its constants of floating type,
     * which it does not. A scalar constant is a number in a formula and no parameter.
     */
    static Weights of(SameDiff graph) {
        Map<ParameterPath, Weight> byPath = new LinkedHashMap<>();
        LayerName names = new LayerName();
        Stream<String> read = new Dependencies(graph).read();
        Stream<String> unread = graph.variables().stream().map(SDVariable::name).sorted();
        Stream.concat(read, unread)
                .distinct()
                .map(graph::getVariable)
                .filter(Weights::isWeight)
                .forEach(variable -> byPath.put(
                        ParameterPath.of(names.given(variable.name())),
                        new Weight(variable.name(), variable.getArr(), role(variable))));
        return new Weights(byPath);
    }

    private static boolean isWeight(SDVariable variable) {
        boolean array = variable.isConstant() && variable.getArr().rank() > 0;
        return variable.dataType().isFPType()
                && (array || variable.getVariableType() == VariableType.VARIABLE);
    }

    private static Role role(SDVariable variable) {
        return variable.isConstant() ? Role.FROZEN : Role.TRAINABLE;
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

    /** A copy of the values of this path. */
    Tensor value(ParameterPath path) {
        return HeapValues.of(at(path));
    }

    /** Overwrites the values of this path. */
    void assign(ParameterPath path, Tensor value) {
        INDArray array = at(path);
        if (!Shape.of(array.shape()).equals(value.shape())) {
            throw new IllegalArgumentException(
                    "parameter %s has shape %s, but the value given has %s"
                            .formatted(path, Shape.of(array.shape()), value.shape()));
        }
        try (INDArray given = HeapValues.array(value.toArray(), array.dataType())) {
            array.assign(given);
        }
    }

    private INDArray at(ParameterPath path) {
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
