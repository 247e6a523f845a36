package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DeclarationsTest {

    private record Note(String text) implements Declaration {}

    @Test
    void are_told_apart_by_kind_and_keep_their_order() {
        Declarations declarations = Declarations.none()
                .and(new Note("first"))
                .and(new FrozenParameters(List.of("a/**")))
                .and(new Note("second"));

        assertThat(declarations.of(Note.class))
                .containsExactly(new Note("first"), new Note("second"));
    }

    @Test
    void of_frozen_parameters_count_together() {
        FrozenParameters frozen = Declarations.none()
                .and(new FrozenParameters(List.of("a/**")))
                .and(new FrozenParameters(List.of("b/*")))
                .frozen()
                .orElseThrow();

        assertThat(frozen.covers(ParameterPath.of("a/b/c"))).isTrue();
        assertThat(frozen.covers(ParameterPath.of("b/c"))).isTrue();
        assertThat(frozen.covers(ParameterPath.of("b/c/d"))).isFalse();
    }

    @Test
    void of_nothing_hold_nothing() {
        assertThat(Declarations.none().frozen()).isEmpty();
    }
}
