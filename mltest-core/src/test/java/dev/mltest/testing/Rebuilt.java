package dev.mltest.testing;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import java.util.function.Supplier;

/** Describes the reference models in another process. */
public final class Rebuilt {

    private Rebuilt() {}

    /** Who describes this one. */
    public static Class<? extends Supplier<ModelUnderTest>> by(ReferenceModel model) {
        return model.build().task() instanceof Task.Regression ? Regressor.class : Classifier.class;
    }

    private static ModelUnderTest serving(ReferenceModel model) {
        return model.builder()
                .servesConcurrently(seed -> batch -> model.network(seed).predict(batch))
                .build();
    }

    private static final class Regressor implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return serving(ReferenceModel.regressor());
        }
    }

    private static final class Classifier implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return serving(ReferenceModel.classifier());
        }
    }
}
