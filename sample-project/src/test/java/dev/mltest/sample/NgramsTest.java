package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NgramsTest {

    @Test
    void a_short_text_is_padded() {
        int characters = "^mali$".length();
        int ngrams = characters + (characters - 1) + (characters - 2);

        assertThat(Ngrams.of("Mali").limit(ngrams).toArray()).doesNotContain(Ngrams.PADDING);
        assertThat(Ngrams.of("Mali").skip(ngrams).toArray())
                .hasSize(Ngrams.LENGTH - ngrams)
                .containsOnly(Ngrams.PADDING);
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(Ngrams.of("Saint Vincent and the Grenadines").toArray())
                .hasSize(Ngrams.LENGTH)
                .doesNotContain(Ngrams.PADDING);
    }

    @Test
    void capital_letters_do_not_matter() {
        assertThat(Ngrams.of("MALI"))
                .containsExactlyElementsOf(Ngrams.of("mali").boxed().toList());
    }
}
