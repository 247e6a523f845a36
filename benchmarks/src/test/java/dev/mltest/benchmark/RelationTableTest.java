package dev.mltest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class RelationTableTest {

    static Stream<RelationSubject> subjects() {
        return RelationTable.subjects().stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void every_verdict_is_right(RelationSubject subject) {
        assertThat(RelationTable.right(subject, 2))
                .as(subject.domain() + ": " + subject.name())
                .isEqualTo(2);
    }
}
