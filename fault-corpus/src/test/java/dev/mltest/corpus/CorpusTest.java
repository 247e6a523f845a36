package dev.mltest.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class CorpusTest {

    private static final List<Entry> ENTRIES = Corpus.entries();

    @Test
    void every_listed_id_has_a_program() {
        Set<String> listed =
                Corpus.listings().stream().map(Listing::id).collect(Collectors.toSet());

        assertThat(ENTRIES.stream()
                        .map(entry -> entry.listing().id())
                        .filter(id -> !id.endsWith(".twin"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void there_are_at_least_as_many_programs_as_promised() {
        assertThat(ids(false)).hasSizeGreaterThanOrEqualTo(100);
        assertThat(ids(true)).hasSizeGreaterThanOrEqualTo(60);
    }

    private static Set<String> ids(boolean correct) {
        return ENTRIES.stream()
                .map(Entry::listing)
                .filter(listing -> listing.isCorrect() == correct)
                .map(Listing::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_two_programs_are_called_alike() {
        assertThat(ENTRIES.stream().map(Entry::key)).doesNotHaveDuplicates();
    }

    @Test
    void the_twin_of_every_fault_is_a_correct_program_of_the_corpus() {
        for (Entry entry : ENTRIES) {
            assertThatCode(() -> Corpus.twinKey(entry, ENTRIES)).doesNotThrowAnyException();
        }
    }

    @Test
    void every_fault_says_where_it_is() {
        assertThat(ENTRIES)
                .filteredOn(entry -> !entry.listing().isCorrect())
                .allSatisfy(entry -> assertThat(entry.at()).isNotEmpty());
    }
}
