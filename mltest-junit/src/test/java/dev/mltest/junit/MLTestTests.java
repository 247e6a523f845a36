package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ConfigurationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.TestTag;
import org.junit.platform.testkit.engine.EngineExecutionResults;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class MLTestTests {

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void runs_once_under_seed_42_unless_told_otherwise() {
        assertThat(Jupiter.invocations(Jupiter.run(PlainTestCase.class)))
                .containsExactly("sees_its_seed [seed 42]");
    }

    @Test
    void runs_once_for_each_seed() {
        assertThat(Jupiter.invocations(Jupiter.run(SeveralSeedsTestCase.class)))
                .containsExactly(
                        "sees_its_seed [seed 7]",
                        "sees_its_seed [seed 8]",
                        "sees_its_seed [seed 9]");
        assertThat(Ledger.entries("seed")).containsExactly("seed 7", "seed 8", "seed 9");
    }

    @Test
    void configuration_parameters_stand_where_the_annotation_is_silent() {
        Map<String, String> configuration = Map.of("mltest.seed", "3", "mltest.seeds", "2");

        Jupiter.run(PlainTestCase.class, configuration);
        Jupiter.run(SeveralSeedsTestCase.class, configuration);

        assertThat(Ledger.entries("seed"))
                .containsExactly("seed 3", "seed 4", "seed 7", "seed 8", "seed 9");
    }

    @Test
    void a_seed_on_the_command_line_is_the_only_one_run() {
        System.setProperty("mltest.seed", "8");
        try {
            Jupiter.run(SeveralSeedsTestCase.class);
        } finally {
            System.clearProperty("mltest.seed");
        }

        assertThat(Ledger.entries("seed")).containsExactly("seed 8");
    }

    @Test
    void display_names_given_by_the_user_are_kept_whole() {
        assertThat(Jupiter.invocations(Jupiter.run(NamedTestCase.class)))
                .containsExactlyInAnyOrder(
                        "works (mostly) [seed 42]", "reads like a sentence [seed 42]");
    }

    @Test
    void carries_its_tag_and_those_of_the_user() {
        EngineExecutionResults results = Jupiter.run(MetaTestCase.class);

        assertThat(results.testEvents().started().stream()
                        .flatMap(event -> event.getTestDescriptor().getTags().stream())
                        .map(TestTag::getName))
                .containsExactlyInAnyOrder("mltest", "nightly");
    }

    @Test
    void works_as_a_meta_annotation() {
        assertThat(Jupiter.invocations(Jupiter.run(MetaTestCase.class)))
                .containsExactly("runs_as_said [seed 5]");
    }

    @Test
    void refuses_unusable_attributes() {
        assertThat(Jupiter.allThrown(Jupiter.run(UnusableTestCase.class)))
                .allMatch(ConfigurationException.class::isInstance)
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "configuration: @MLTest(seeds = -1) on MLTestTests$UnusableTestCase.no_seeds:"
                                + " seeds needs a whole number of 1 or more; write @MLTest(seeds = 5),"
                                + " for example",
                        "configuration: @MLTest(seed = -7) on"
                                + " MLTestTests$UnusableTestCase.negative_seed: seed needs a whole"
                                + " number of 0 or more; write @MLTest(seed = 42), for example",
                        "configuration: @MLTest(device = \"tpu\") on"
                                + " MLTestTests$UnusableTestCase.unknown_device: device needs cpu, gpu"
                                + " or gpu:<index>; write @MLTest(device = \"gpu:0\"), for example",
                        "configuration: @MLTest(budget = \"soon\") on"
                                + " MLTestTests$UnusableTestCase.no_budget: budget needs a positive"
                                + " duration such as 30s, 5m or PT1M30S; write @MLTest(budget ="
                                + " \"30s\"), for example");
    }

    @Test
    void refuses_an_unusable_configuration() {
        assertThat(Jupiter.thrown(Jupiter.run(PlainTestCase.class, Map.of("mltest.seeds", "many"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: configuration parameter mltest.seeds is 'many', but needs a"
                                + " whole number of 1 or more; write mltest.seeds=5, for example");
    }

    static class PlainTestCase {

        @MLTest
        void sees_its_seed(@Seed long seed) {
            Ledger.add("seed " + seed);
        }
    }

    static class SeveralSeedsTestCase {

        @MLTest(seeds = 3, seed = 7)
        void sees_its_seed(@Seed long seed) {
            Ledger.add("seed " + seed);
        }
    }

    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    static class NamedTestCase {

        @MLTest
        @DisplayName("works (mostly)")
        void works() {}

        @MLTest
        void reads_like_a_sentence(@Seed long seed) {}
    }

    static class MetaTestCase {

        @Nightly
        void runs_as_said() {}
    }

    @MLTest(seed = 5)
    @Tag("nightly")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nightly {}

    static class UnusableTestCase {

        @MLTest(seeds = -1)
        void no_seeds() {}

        @MLTest(seed = -7)
        void negative_seed() {}

        @MLTest(device = "tpu")
        void unknown_device() {}

        @MLTest(budget = "soon")
        void no_budget() {}
    }
}
