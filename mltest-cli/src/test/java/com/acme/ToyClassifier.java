package com.acme;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.ReferenceModel;

import java.util.function.Supplier;

/** A correct model, described for the command line. */
public final class ToyClassifier implements Supplier<ModelUnderTest> {

    @Override
    public ModelUnderTest get() {
        return ReferenceModel.classifier().build();
    }
}
