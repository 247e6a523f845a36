package dev.mltest.djl;

import ai.djl.Model;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTestBuilder;
import dev.mltest.model.Predictor;

/** Describes a loaded DJL model that only predicts. */
public final class DjlPredictorBuilder extends ModelUnderTestBuilder<DjlPredictorBuilder> {

    private final ModelLoader loader;

    DjlPredictorBuilder(String name, ModelLoader loader) {
        super(name);
        this.loader = loader;
    }

    @Override
    protected DjlPredictorBuilder self() {
        return this;
    }

    @Override
    protected ModelFactory factory() {
        return (seed, device) -> create(device);
    }

    private Predictor create(Device device) {
        Model model = Fresh.take(
                load(),
                "model '%s': the loader returned one and the same Model twice; make it load a new one on every call"
                        .formatted(name()));
        return LoadedModel.on(device, name(), model, model);
    }

    private Model load() {
        try {
            return loader.load();
        } catch (Exception e) {
            throw new ConfigurationException(
                    "model '%s' cannot be loaded: %s".formatted(name(), e), e);
        }
    }
}
