package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ShardTests {

    private static final List<Class<?>> CLASSES = List.of(
            ConditionsTests.class,
            DiagnosisTests.class,
            EndToEndTests.class,
            ExaminerTests.class,
            KeepsakesTests.class,
            MLTestTests.class,
            ModelAssertTests.class,
            OnlyCaseTests.class,
            SanityChecksTests.class,
            SettingTests.class,
            SharingTests.class,
            StackTracesTests.class);

    @Test
    void is_read_as_number_and_count() {
        assertThat(Shard.parse("2/3")).contains(new Shard(2, 3));
        assertThat(Shard.parse("02 / 10")).contains(new Shard(2, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4/3", "0/3", "1/0", "2", "2/", "/3", "-1/3", "1.5/3", "1/2/3", "a/b"})
    void anything_else_is_not_read(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 31, 100})
    void every_class_belongs_to_exactly_one(int count) {
        assertThat(CLASSES)
                .allSatisfy(type -> assertThat(IntStream.rangeClosed(1, count)
                                .filter(number -> new Shard(number, count).holds(type)))
                        .hasSize(1));
    }

    @Test
    void several_shards_get_something_to_do() {
        Map<Shard, Long> sizes = CLASSES.stream()
                .collect(Collectors.groupingBy(type -> Shard.of(type, 3), Collectors.counting()));

        assertThat(sizes).hasSize(3);
        assertThat(sizes.values()).allMatch(size -> size <= 6);
    }

    /** Machines, and versions of mltest, must not disagree about it: this text is the promise. */
    @Test
    void which_one_follows_from_the_name_alone() {
        assertThat(Shard.of(String.class, 3)).hasToString("1/3");
        assertThat(Shard.of(Map.Entry.class, 7)).hasToString("6/7");
    }
}
