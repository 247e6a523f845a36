package dev.mltest.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Task;
import dev.mltest.testing.Accusations;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;

/** The default suite on tiny networks. */
class TinyModelTest {

    @Test
    void nothing_is_said_against_a_correct_network() {
        assertThat(Accusations.against(classifier(false).build()).checks()).isEmpty();
    }

    @Test
    void the_wrong_layer_frozen_is_named() {
        Accusations found =
                Accusations.against(classifier(true).frozen("hidden1/**").build());

        assertThat(found.places("training-changes-every-parameter"))
                .containsExactly("hidden/weight [4x24]", "hidden/bias [24]");
        assertThat(found.places("frozen-parameters-stay-fixed"))
                .containsExactly("hidden1/weight [24x24]", "hidden1/bias [24]");
    }

    private static TinyModelBuilder classifier(boolean firstIsFrozen) {
        return new TinyModelBuilder(
                        "tiny-classifier", seed -> TinyNet.of(seed, firstIsFrozen, 4, 24, 24, 3))
                .task(Task.classification(ToyData.CLASSES))
                .trainingData(ToyData.classes(256));
    }
}
