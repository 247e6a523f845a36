package com.acme;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;

import java.util.function.Supplier;

/** The {@link ToyClassifier}, but no gradient flows back beyond its dropout. */
final class CutClassifier implements Supplier<ModelUnderTest> {

    @Override
    public ModelUnderTest get() {
        return ReferenceModel.classifier()
                .after("dropout", Layers.cut("detached"))
                .build();
    }
}
