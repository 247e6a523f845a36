package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;

import dev.mltest.model.ParameterPath;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a block by their paths, each once, in the order in which they are declared. */
final class Weights {

    private final Map<ParameterPath, Parameter> byPath = new LinkedHashMap<>();

    Weights(Block block) {
        Set<Parameter> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Layer layer : Layers.of(block)) {
            for (Pair<String, Parameter> parameter : layer.block().getDirectParameters()) {
                if (seen.add(parameter.getValue())) {
                    put(layer.inside(pathOf(parameter.getKey())), parameter.getValue());
                }
            }
        }
    }

    /** TorchScript names its parameters from the outside in, separated by dots. */
    private static String pathOf(String name) {
        return name.strip().replaceAll("[/\\s]+", "_").replace('.', '/');
    }

    private void put(String text, Parameter parameter) {
        ParameterPath path = ParameterPath.of(text);
        for (int number = 2; byPath.containsKey(path); number++) {
            path = ParameterPath.of(text + number);
        }
        byPath.put(path, parameter);
    }

    Map<ParameterPath, Parameter> byPath() {
        return byPath;
    }

    List<Parameter> all() {
        return List.copyOf(byPath.values());
    }

    /** The parameter of this path. */
    Parameter at(ParameterPath path) {
        Parameter parameter = byPath.get(path);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "there is no parameter '%s'; there is %s".formatted(path, byPath.keySet()));
        }
        return parameter;
    }

    /** The parameters in mltest's terms. */
    List<dev.mltest.model.Parameter> described() {
        return byPath.entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static dev.mltest.model.Parameter describe(ParameterPath path, Parameter parameter) {
        NDArray array = parameter.getArray();
        return new dev.mltest.model.Parameter(
                path,
                role(parameter),
                Shapes.of(array.getShape()),
                ElementTypes.of(array.getDataType()));
    }

    private static dev.mltest.model.Parameter.Role role(Parameter parameter) {
        if (parameter.requiresGradient()) {
            return dev.mltest.model.Parameter.Role.TRAINABLE;
        }
        return switch (parameter.getType()) {
            case RUNNING_MEAN, RUNNING_VAR -> dev.mltest.model.Parameter.Role.STATE;
            default -> dev.mltest.model.Parameter.Role.FROZEN;
        };
    }
}
