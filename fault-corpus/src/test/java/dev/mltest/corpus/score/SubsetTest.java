package dev.mltest.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Listing;

import org.junit.jupiter.api.Test;

import java.util.List;

class SubsetTest {

    private static final List<String> IDS =
            Corpus.listings().stream().map(Listing::id).toList();

    @Test
    void subsets_and_near_pairs_name_programs_that_are_listed() {
        Subset.PUBLISHED.forEach(subset -> assertThat(IDS).containsAll(subset.ids()));
        NearPair.ALL.forEach(
                pair -> assertThat(IDS).contains(pair.fault()).containsAll(pair.correct()));
    }
}
