package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ShardExtensionTests {

    private static final Class<?>[] SUITE = {
        FirstTestCase.class,
        SecondTestCase.class,
        ThirdTestCase.class,
        AroundTestCase.class,
        WithoutModelTestCase.class
    };

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void together_the_shards_are_the_suite_and_no_test_is_in_two() {
        List<String> whole = tests(Jupiter.run(Map.of(), SUITE));
        List<String> first = tests(shard("1/2"));
        List<String> second = tests(shard("2/2"));

        assertThat(whole).hasSize(9);
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();
        assertThat(Stream.concat(first.stream(), second.stream()))
                .containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void one_of_one_is_the_whole_suite() {
        assertThat(tests(shard("1/1"))).hasSize(9);
    }

    @Test
    void what_belongs_elsewhere_is_skipped_with_the_place_where_it_runs() {
        Shard home = Shard.of(FirstTestCase.class, 2);
        Shard other = new Shard(3 - home.number(), 2);

        List<Event> skipped = Jupiter.run(
                        Map.of("mltest.shard", other.toString()), FirstTestCase.class)
                .allEvents()
                .skipped()
                .list();

        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).getRequiredPayload(String.class))
                .isEqualTo("belongs to shard %s, and this is shard %s".formatted(home, other));
        assertThat(Ledger.entries("before all")).isEmpty();
    }

    @Test
    void nested_classes_go_with_the_one_around_them() {
        Shard home = Shard.of(AroundTestCase.class, 7);

        assertThat(tests(
                        Jupiter.run(Map.of("mltest.shard", home.toString()), AroundTestCase.class)))
                .hasSize(2);
    }

    @Test
    void other_tests_run_in_every_shard() {
        assertThat(tests(Jupiter.run(Map.of("mltest.shard", "1/2"), PlainTestCase.class)))
                .isEqualTo(tests(Jupiter.run(Map.of("mltest.shard", "2/2"), PlainTestCase.class)))
                .hasSize(1);
    }

    @Test
    void a_shard_that_cannot_be_is_a_configuration_error() {
        Throwable thrown =
                Jupiter.thrown(Jupiter.run(FirstTestCase.class, Map.of("mltest.shard", "4/3")));

        assertThat(thrown).hasRootCauseInstanceOf(ConfigurationException.class);
        assertThat(thrown)
                .hasRootCauseMessage(
                        "configuration: configuration parameter mltest.shard is '4/3', but needs the"
                                + " number of a part and how many there are, such as 2/3; write"
                                + " mltest.shard=1/2, for example");
    }

    private static EngineExecutionResults shard(String shard) {
        return Jupiter.run(Map.of("mltest.shard", shard), SUITE);
    }

    private static List<String> tests(EngineExecutionResults results) {
        return results.testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();
    }

    static class FirstTestCase implements ModelTests {

        @BeforeAll
        static void prepares() {
            Ledger.add("before all");
        }

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("first");
        }

        @MLTest(seeds = 2)
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }

        @Test
        void a_plain_test_goes_with_its_class() {}
    }

    static class SecondTestCase extends FirstTestCase {

        @Override
        @MLTest
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }

        @Override
        @Test
        void a_plain_test_goes_with_its_class() {}
    }

    static class ThirdTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("third");
        }

        @MLTest
        void is_alone(ModelUnderTest model) {}
    }

    static class AroundTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("outer");
        }

        @MLTest
        void holds(ModelUnderTest model) {}

        @Nested
        class WithItsOwn implements ModelTests {

            @Override
            public ModelUnderTest model() {
                return FakeModels.trainable("inner");
            }

            @MLTest
            void holds_too(ModelUnderTest model) {}
        }
    }

    static class WithoutModelTestCase {

        @MLTest
        void has_a_seed(@Seed long seed) {}
    }

    static class PlainTestCase {

        @Test
        void knows_no_model() {}
    }
}
