package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.random.RandomGenerator;

/** Changes numbers by no more than round-off would. */
final class Perturbation {

    private final double relative;
    private final RandomGenerator random;

    Perturbation(double relative, RandomGenerator random) {
        this.relative = relative;
        this.random = random;
    }

    /** Every floating-point element times 1 + u, u uniform in plus or minus the relative size. */
    NamedTensors of(NamedTensors tensors) {
        return tensors.map(
                (name, tensor) -> tensor.elementType().isFloating() ? of(tensor) : tensor);
    }

    ArrayTensor of(Tensor tensor) {
        return tensor.toArray()
                .map(value -> value * (1 + relative * (2 * random.nextDouble() - 1)));
    }
}
