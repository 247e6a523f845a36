package dev.mltest.experiment;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Follows the weights, those with two axes or more, from where they start. */
final class WeightWatch {

    private final Trainable model;
    private final Map<ParameterPath, Tensor> start = new LinkedHashMap<>();

    WeightWatch(Trainable model) {
        this.model = model;
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .filter(parameter -> parameter.shape().rank() > 1)
                .map(Parameter::path)
                .forEach(path -> start.put(path, model.value(path).copy()));
    }

    /** Norm of all weights over their norm at the start; NaN if there are none. */
    double size() {
        return overStart((path, from) -> model.value(path).summary().norm());
    }

    /** Distance of all weights from the start over their norm there; NaN if there are none. */
    double movement() {
        return overStart((path, from) -> model.value(path).differenceFrom(from).norm());
    }

    private double overStart(ToDoubleBiFunction<ParameterPath, Tensor> figure) {
        return norm(figure) / norm((path, from) -> from.summary().norm());
    }

    private double norm(ToDoubleBiFunction<ParameterPath, Tensor> figure) {
        double squares = start.entrySet().stream()
                .mapToDouble(entry -> figure.applyAsDouble(entry.getKey(), entry.getValue()))
                .map(norm -> norm * norm)
                .sum();
        return Math.sqrt(squares);
    }
}
