package dev.mltest.tiny;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Between Tiny's arrays and mltest's tensors; everything is copied. */
record TinyTensors(ElementType type) {

    /** How mltest sees a weight. */
    Parameter parameter(String name, TinyWeight weight) {
        Parameter.Role role = weight.frozen ? Parameter.Role.FROZEN : Parameter.Role.TRAINABLE;
        return new Parameter(ParameterPath.of(name), role, shape(weight), type);
    }

    /** A weight's value or gradient. */
    ArrayTensor of(TinyWeight weight, double[] values) {
        return ArrayTensor.of(type, shape(weight), values);
    }

    /** One row for each example. */
    ArrayTensor of(double[][] rows) {
        return ArrayTensor.of(
                type,
                Shape.of(rows.length, rows[0].length),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** The rows of a tensor, in the numbers that the network computes in. */
    double[][] rows(Tensor tensor) {
        ArrayTensor values = tensor.toArray().as(type);
        return IntStream.range(0, (int) values.shape().size(0))
                .mapToObj(row -> values.rows(row).toDoubles())
                .toArray(double[][]::new);
    }

    /** What a network sees of a batch. */
    double[][] inputs(Batch batch) {
        if (batch.inputs().size() > 1) {
            throw new ConfigurationException(
                    "a Tiny network takes one input, but got " + batch.inputs().names());
        }
        return rows(batch.inputs().first());
    }

    /** The gradient of the input, which integers do not have. */
    Map<String, Tensor> inputGradients(Batch batch, double[][] rows) {
        Tensor input = batch.inputs().first();
        return input.elementType().isFloating()
                ? Map.of(batch.inputs().names().get(0), of(rows).reshaped(input.shape()))
                : Map.of();
    }

    private static Shape shape(TinyWeight weight) {
        return Shape.of(Arrays.stream(weight.shape).asLongStream().toArray());
    }
}
