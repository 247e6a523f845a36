package dev.mltest.tiny;

import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTestBuilder;

import java.util.function.LongFunction;

/** Describes a model that is a tiny network. */
final class TinyModelBuilder extends ModelUnderTestBuilder<TinyModelBuilder> {

    private final LongFunction<TinyNet> nets;

    TinyModelBuilder(String name, LongFunction<TinyNet> nets) {
        super(name);
        this.nets = nets;
    }

    @Override
    protected TinyModelBuilder self() {
        return this;
    }

    @Override
    protected ModelFactory factory() {
        return (seed, device) -> new TinyAdapter().adapt(nets.apply(seed), device);
    }
}
