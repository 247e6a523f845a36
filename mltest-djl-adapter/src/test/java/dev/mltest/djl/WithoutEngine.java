package dev.mltest.djl;

import dev.mltest.model.ConfigurationException;

import java.util.function.Supplier;

/** Tries to make a model; loaded by a class loader that knows no engine. */
public final class WithoutEngine implements Supplier<String> {

    /** For the class loader. */
    public WithoutEngine() {}

    /** What mltest says. */
    @Override
    public String get() {
        try {
            Models.create(Models.builder(Nets::mlp, Samples.classes(6, 4)));
            return "made a model";
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
