package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({"cpu, cpu", "CPU, cpu", "gpu, gpu:0", "Gpu:3, gpu:3", "gpu:007, gpu:7"})
    void is_read_from_text(String text, String device) {
        assertThat(Device.parse(text)).hasToString(device);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tpu", "gpu:", "gpu:-1", "gpu:x", "gpu:99999999999", "cpu:0", " cpu"})
    void of_another_kind_is_unknown(String text) {
        assertThatThrownBy(() -> Device.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: unknown device '%s'; write cpu, gpu or gpu:<index>", text);
    }

    @Test
    void is_read_back_from_what_it_prints() {
        assertThat(Device.parse(Device.gpu(2).toString())).isEqualTo(Device.gpu(2));
        assertThat(Device.parse(Device.cpu().toString())).isEqualTo(Device.cpu());
    }

    @Test
    void is_named_last_in_the_provenance() {
        assertThat(new Provenance("DJL 0.35.1", "PyTorch 2.7.1", Device.gpu(1)))
                .hasToString("DJL 0.35.1, PyTorch 2.7.1, gpu:1");
        assertThat(new Provenance("plain Java", "", Device.cpu())).hasToString("plain Java, cpu");
    }
}
