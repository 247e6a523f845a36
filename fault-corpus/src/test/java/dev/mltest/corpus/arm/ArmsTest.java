package dev.mltest.corpus.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;

import org.junit.jupiter.api.Test;

class ArmsTest {

    @Test
    void mltest_comes_first_and_every_arm_has_a_name_of_its_own() {
        assertThat(Arms.all())
                .extracting(Arm::name)
                .containsExactly(
                        "mltest",
                        "mltest-declared",
                        "thedeepchecker",
                        "sagemaker-debugger",
                        "umlaut",
                        "autotrainer",
                        "deepdiagnosis",
                        "torcheck",
                        "torchtest");
    }

    @Test
    void every_default_check_has_properties() {
        assertThat(DefaultChecks.suite().checks())
                .extracting(Check::id)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(CheckProperties.of(id))
                        .as(id)
                        .isNotEmpty()
                        .allMatch(property -> property.matches("P(0[1-9]|1\\d|2\\d)")));
    }
}
