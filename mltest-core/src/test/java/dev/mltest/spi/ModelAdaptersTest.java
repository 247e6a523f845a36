package dev.mltest.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;

import java.util.List;

class ModelAdaptersTest {

    private static final ModelAdapter TEXTS = new Claiming("Texts", CharSequence.class);
    private static final ModelAdapter STRINGS = new Claiming("Strings", String.class);
    private static final ModelAdapter NUMBERS = new Claiming("Numbers", Number.class);

    @Test
    void the_only_one_that_claims_a_model_is_found() {
        assertThat(ModelAdapters.claiming("model", List.of(NUMBERS, TEXTS))).isSameAs(TEXTS);
    }

    @Test
    void a_model_that_none_claims_is_refused() {
        assertThatThrownBy(() -> ModelAdapters.claiming(List.of(), List.of(TEXTS, NUMBERS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: no adapter for a java.util.ImmutableCollections$ListN;"
                        + " adapters on the class path: [Numbers, Texts]. Add the adapter of your"
                        + " framework, for example dev.mltest:mltest-djl-adapter");
    }

    @Test
    void a_model_that_two_claim_is_refused() {
        assertThatThrownBy(() -> ModelAdapters.claiming("model", List.of(TEXTS, NUMBERS, STRINGS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: java.lang.String is claimed by several adapters:"
                        + " [Strings, Texts]. Leave one of them on the class path");
    }

    @Test
    void without_any_adapter_none_is_found() {
        assertThatThrownBy(() -> ModelAdapters.wrapping(seed -> "model").create(1, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: no adapter for a java.lang.String; adapters on the class"
                                + " path: []. Add the adapter of your framework, for example"
                                + " dev.mltest:mltest-djl-adapter");
    }

    @Test
    void an_adapter_reads_no_arrays_unless_it_says_so() {
        assertThat(TEXTS.tensor(new float[1])).isEmpty();
        assertThat(ModelAdapters.tensor(new float[1])).isEmpty();
        assertThat(ModelAdapters.frameworks()).isEmpty();
    }

    private record Claiming(String framework, Class<?> type) implements ModelAdapter {

        @Override
        public boolean claims(Object nativeModel) {
            return type.isInstance(nativeModel);
        }

        @Override
        public Predictor adapt(Object nativeModel, Device device) {
            return ReferenceModel.classifier().network(1);
        }
    }
}
