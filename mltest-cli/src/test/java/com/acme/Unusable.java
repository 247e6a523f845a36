package com.acme;

import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.testing.ReferenceModel;

import java.util.function.Supplier;

/** Classes that describe no model that could be looked at. */
final class Unusable {

    private Unusable() {}

    /** Describes nothing. */
    static final class NoSupplier {}

    /** Cannot be made without being told something. */
    record NeedsArgument(ModelUnderTest get) implements Supplier<ModelUnderTest> {}

    /** Supplies something else. */
    static final class Text implements Supplier<String> {
        @Override
        public String get() {
            return "model";
        }
    }

    /** Supplies nothing. */
    static final class Nothing implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return null;
        }
    }

    /** Fails while it describes. */
    static final class Throws implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            throw new IllegalStateException("no data\nin the second line");
        }
    }

    /** Fails while it is made. */
    static final class ThrowsWhenMade implements Supplier<ModelUnderTest> {
        ThrowsWhenMade() {
            throw new IllegalStateException("no data");
        }

        @Override
        public ModelUnderTest get() {
            throw new IllegalStateException("is not asked");
        }
    }

    /** Fails while it is loaded. */
    static final class ThrowsWhenLoaded implements Supplier<ModelUnderTest> {
        private static final int NUMBER = Integer.parseInt("none");

        @Override
        public ModelUnderTest get() {
            throw new IllegalStateException("is not asked " + NUMBER);
        }
    }

    /** Is at home on a machine that is not this one. */
    static final class Elsewhere implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            throw new NotAvailableException("its data are elsewhere");
        }
    }

    /** Has no accelerator. */
    static final class CpuOnly implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            ReferenceModel model = ReferenceModel.classifier();
            return ModelUnderTest.named("cpu-only", (seed, device) -> {
                        if (!device.equals(Device.cpu())) {
                            throw new NotAvailableException("there is no accelerator");
                        }
                        return model.network(seed);
                    })
                    .task(model.build().task())
                    .trainingData(model.held(64))
                    .build();
        }
    }

    /** Never learnt to predict. */
    static final class Fails implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            ReferenceModel model = ReferenceModel.classifier();
            return ModelUnderTest.named("fails", (seed, device) -> {
                        throw new IllegalStateException("no weights");
                    })
                    .task(model.build().task())
                    .trainingData(model.held(64))
                    .build();
        }
    }
}
