package dev.mltest.tiny;

import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTestBuilder;

import java.util.function.LongFunction;

/** Where a user of Tiny enters mltest: describes a model in the words of the framework. */
final class Tiny extends ModelUnderTestBuilder<Tiny> {

    private final LongFunction<TinyNet> nets;

    private Tiny(String name, LongFunction<TinyNet> nets) {
        super(name);
        this.nets = nets;
    }

    static Tiny model(String name, LongFunction<TinyNet> nets) {
        return new Tiny(name, nets);
    }

    @Override
    protected Tiny self() {
        return this;
    }

    @Override
    protected ModelFactory factory() {
        return (seed, device) -> new TinyAdapter().adapt(nets.apply(seed), device);
    }
}
