package dev.mltest.djl;

import ai.djl.Model;
import ai.djl.training.Trainer;

import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.spi.ModelAdapter;

/** Wraps what users make with DJL: a {@link Model} predicts, a {@link Trainer} trains. */
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
}
