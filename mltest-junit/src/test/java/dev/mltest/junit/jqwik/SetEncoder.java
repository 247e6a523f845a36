package dev.mltest.junit.jqwik;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import java.util.List;

/** The models of the worked properties. */
final class SetEncoder {

    private SetEncoder() {}

    static ModelUnderTest model() {
        return ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.featureMean("mean"),
                        Layers.dense("hidden", 1, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)))
                .build();
    }

    static ModelUnderTest average() {
        return FloatModels.of("average", FloatModels::maskedMean);
    }

    static ModelUnderTest classifier() {
        return ReferenceModel.classifier().build();
    }

    static int classes() {
        return ToyData.CLASSES;
    }
}
