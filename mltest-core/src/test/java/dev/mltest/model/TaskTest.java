package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void describes_itself() {
        assertThat(Task.classification(10).describe()).isEqualTo("classification(10) from logits");
        assertThat(Task.classification(10).fromProbabilities().fromLogits())
                .isEqualTo(Task.classification(10));
        assertThat(Task.multiLabel(4).fromProbabilities().describe())
                .isEqualTo("multiLabel(4) from probabilities");
        assertThat(Task.binary().describe()).isEqualTo("binary from logits");
        assertThat(Task.languageModel(50).describe()).isEqualTo("languageModel(50)");
        assertThat(Task.regression().describe()).isEqualTo("regression");
        assertThat(Task.reconstruction().describe()).isEqualTo("reconstruction");
        assertThat(Task.custom("ranking").describe()).isEqualTo("ranking");
    }

    @Test
    void needs_enough_classes() {
        assertThatThrownBy(() -> Task.classification(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: classification needs at least 2 classes, but got 1");
        assertThatThrownBy(() -> Task.multiLabel(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: multiLabel needs at least 1 labels, but got 0");
        assertThatThrownBy(() -> Task.languageModel(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: languageModel needs at least 2 tokens in the"
                        + " vocabulary, but got 1");
    }

    @Test
    void needs_a_start_between_limits_in_order() {
        assertThatThrownBy(() -> Task.custom("ranking").lossStartsBetween(2, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: lossStartsBetween needs lowest <= highest,"
                        + " but got 2.0 and 1.0");
        assertThatThrownBy(() -> Task.custom("ranking").lossStartsBetween(Double.NaN, 1))
                .isInstanceOf(ConfigurationException.class);
    }
}
