package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.loss.Loss;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes twins in double precision: a new block, initialised as usual, whose parameters then become
 * double-precision copies of the original's. They are tried out before they are handed over.
 *
 * @param name of the model
 * @param recipe makes its networks
 * @param loss made from the initialised block
 * @param probe a few examples to try the twin on
 */
record DoubleTwin(
        String name,
        NetworkRecipe recipe,
        @Nullable Function<? super Block, ? extends Loss> loss,
        Supplier<Batch> probe)
        implements TwinFactory {

    @Override
    public Differentiable inDoublePrecision(Network original) {
        if (loss == null) {
            throw new NotAvailableException("'%s' has no loss".formatted(name));
        }
        Scripted.requireReplaceable(original);
        Network network = network(original);
        try {
            DjlDifferentiable twin =
                    new DjlDifferentiable(name, network, loss.apply(network.block()), this);
            tryOut(twin);
            network.resetNoise(original.noisePosition());
            return twin;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private Network network(Network original) {
        return recipe.make(original.engine(), original.device(), 0, made -> {
            takeOver(original.weights(), made);
            return true;
        });
    }

    private void takeOver(Weights source, NetworkRecipe.Adaptable made) {
        Weights own = new Weights(made.block());
        if (!own.byPath().keySet().equals(source.byPath().keySet())) {
            throw new NotAvailableException(
                    "the supplier of '%s' builds another structure on every call".formatted(name));
        }
        own.byPath().forEach((path, parameter) -> {
            Parameter theirs = source.at(path);
            NDArray copy = inDouble(theirs.getArray());
            Replacing.array(parameter, copy, made.manager());
            parameter.freeze(!theirs.requiresGradient());
        });
    }

    private static NDArray inDouble(NDArray array) {
        boolean converts =
                array.getDataType().isFloating() && array.getDataType() != DataType.FLOAT64;
        return converts ? array.toType(DataType.FLOAT64, true) : array.duplicate();
    }

    private void tryOut(Differentiable twin) {
        Batch batch = probe.get();
        boolean isDouble;
        try {
            isDouble = twin.scoped(() -> computesInDouble(twin, batch));
        } catch (RuntimeException e) {
            throw new NotAvailableException("'%s' does not compute in double precision: %s"
                    .formatted(name, e.getMessage()));
        }
        if (!isDouble) {
            throw new NotAvailableException(
                    "'%s' converts to another precision on its way".formatted(name));
        }
    }

    private static boolean computesInDouble(Differentiable twin, Batch batch) {
        twin.gradients(batch, Mode.INFERENCE);
        return !twin.predict(batch)
                .any(tensor -> tensor.elementType().isFloating()
                        && tensor.elementType() != ElementType.FLOAT64);
    }
}
