package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

class LanguageNamesTest {

    private final LanguageNames training = LanguageNames.training();
    private final LanguageNames validation = LanguageNames.validation();

    @Test
    void no_code_is_in_both_splits() {
        assertThat(all(DisplayName::code, validation))
                .doesNotContainAnyElementsOf(all(DisplayName::code, training));
    }

    @Test
    void no_name_is_in_both_splits() {
        assertThat(all(LanguageNamesTest::lowerCase, validation))
                .doesNotContainAnyElementsOf(all(LanguageNamesTest::lowerCase, training));
    }

    @Test
    void no_name_occurs_twice() {
        assertThat(all(LanguageNamesTest::lowerCase, training)).doesNotHaveDuplicates();
    }

    @Test
    void every_language_is_in_both_splits() {
        assertThat(Arrays.stream(training.labels()).distinct())
                .hasSameSizeAs(LanguageNames.LANGUAGES);
        assertThat(Arrays.stream(validation.labels()).distinct())
                .hasSameSizeAs(LanguageNames.LANGUAGES);
    }

    @Test
    void the_jdk_knows_each_language_in_its_own_words() {
        assertThat(training.names())
                .contains(
                        new DisplayName("Espagne", "fr", "ES"),
                        new DisplayName("Wielka Brytania", "pl", "GB"),
                        new DisplayName("Греция", "ru", "GR"));
    }

    private static <T> List<T> all(Function<DisplayName, T> part, LanguageNames names) {
        return names.names().stream().map(part).toList();
    }

    private static String lowerCase(DisplayName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
