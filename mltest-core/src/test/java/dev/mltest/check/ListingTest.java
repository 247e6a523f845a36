package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ListingTest {

    @Test
    void names_up_to_three_and_counts_the_rest() {
        assertThat(Listing.of(List.of())).isEmpty();
        assertThat(Listing.of(List.of("a"))).isEqualTo("a");
        assertThat(Listing.of(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Listing.of(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Listing.of(List.of("a", "b", "c", "d"))).isEqualTo("a, b, c and 1 more");
    }
}
