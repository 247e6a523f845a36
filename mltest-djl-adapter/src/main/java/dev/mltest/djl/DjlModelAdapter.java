package dev.mltest.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.training.Trainer;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;
import dev.mltest.spi.ModelAdapter;

import java.util.Optional;

/**
 * Wraps what users make with DJL: a {@link Model} predicts, a {@link Trainer} trains, an
 * {@link NDArray} is read.
 */
public final class DjlModelAdapter implements ModelAdapter {

    /** For the service loader. */
    public DjlModelAdapter() {}

    @Override
    public String framework() {
        return "DJL";
    }

    @Override
    public boolean claims(Object nativeModel) {
        return nativeModel instanceof Model || nativeModel instanceof Trainer;
    }

    @Override
    public Predictor adapt(Object nativeModel, Device device) {
        if (nativeModel instanceof Trainer trainer) {
            return TrainerModel.on(device, trainer);
        }
        Model model = (Model) nativeModel;
        return LoadedModel.on(device, model.getName(), model, () -> {});
    }

    @Override
    public Optional<Tensor> tensor(Object nativeArray) {
        return nativeArray instanceof NDArray array ? Optional.of(read(array)) : Optional.empty();
    }

    /** An array that its manager has freed throws what its engine pleases. */
    private static ArrayTensor read(NDArray array) {
        try {
            return NativeMemory.freeing(() -> HeapValues.of(array));
        } catch (IllegalStateException | UnsupportedOperationException e) {
            throw new ConfigurationException(
                    "an NDArray cannot be read: %s; read it while its NDManager is open"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
