package dev.mltest.spi;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.LongFunction;

/** Finds the adapter for a native model. */
public final class ModelAdapters {

    private ModelAdapters() {}

    /**
     * A factory that makes native models and wraps each with the one adapter that claims it.
     *
     * @param nativeFactory makes a native model from a seed
     */
    public static ModelFactory wrapping(LongFunction<?> nativeFactory) {
        return (seed, device) -> {
            Object nativeModel = nativeFactory.apply(seed);
            Predictor model = claiming(nativeModel, installed()).adapt(nativeModel, device);
            if (model instanceof Differentiable differentiable) {
                differentiable.seed(seed);
            }
            return model;
        };
    }

    /**
     * The only adapter that claims this object.
     *
     * @throws ConfigurationException if none or several do
     */
    public static ModelAdapter claiming(Object model, List<ModelAdapter> adapters) {
        List<ModelAdapter> claiming =
                adapters.stream().filter(adapter -> adapter.claims(model)).toList();
        if (claiming.size() == 1) {
            return claiming.get(0);
        }
        String type = model.getClass().getName();
        throw new ConfigurationException(
                claiming.isEmpty()
                        ? "no adapter for a %s; adapters on the class path: %s. Add the adapter of your framework, for example dev.mltest:mltest-djl-adapter"
                                .formatted(type, names(adapters))
                        : "%s is claimed by several adapters: %s. Leave one of them on the class path"
                                .formatted(type, names(claiming)));
    }

    /** What the first adapter that knows this object as an array of its framework reads from it. */
    public static Optional<Tensor> tensor(Object nativeArray) {
        return installed().stream()
                .flatMap(adapter -> adapter.tensor(nativeArray).stream())
                .findFirst();
    }

    /** The frameworks whose adapters are on the class path. */
    public static List<String> frameworks() {
        return names(installed());
    }

    private static List<ModelAdapter> installed() {
        return ServiceLoader.load(ModelAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static List<String> names(List<ModelAdapter> adapters) {
        return adapters.stream().map(ModelAdapter::framework).sorted().toList();
    }
}
