package dev.mltest.testing;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;

/** One parameter of a reference network, with its gradient. */
public final class Weight {

    final String name;
    final Shape shape;
    final double[] value;
    final double[] gradient;
    Parameter.Role role;

    /** A parameter with these starting values. */
    public Weight(String name, Parameter.Role role, Shape shape, double... value) {
        this.name = name;
        this.role = role;
        this.shape = shape;
        this.value = value;
        this.gradient = new double[value.length];
    }

    /** Normally distributed starting values. */
    public static Weight normal(String name, double deviation, Noise noise, long... sizes) {
        Shape shape = Shape.of(sizes);
        double[] value = new double[(int) shape.elements()];
        for (int i = 0; i < value.length; i++) {
            value[i] = deviation * noise.normal();
        }
        return new Weight(name, Parameter.Role.TRAINABLE, shape, value);
    }

    Parameter describe(String layer, ElementType type) {
        return new Parameter(ParameterPath.of(layer + "/" + name), role, shape, type);
    }

    ArrayTensor tensor(ElementType type) {
        return ArrayTensor.of(type, shape, value);
    }

    ArrayTensor gradientTensor(ElementType type) {
        return ArrayTensor.of(type, shape, gradient);
    }
}
