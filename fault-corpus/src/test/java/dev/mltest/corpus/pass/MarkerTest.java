package dev.mltest.corpus.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class MarkerTest {

    @TempDir
    Path folder;

    @AfterEach
    void as_before() {
        System.clearProperty(Marker.AFTER_CRASH);
    }

    @Test
    void tells_the_next_process_where_one_crashed() {
        new Marker(folder).beginning("LO07-DJL", 3);

        System.setProperty(Marker.AFTER_CRASH, "true");
        Marker next = new Marker(folder);

        assertThat(next.endedAt("LO07-DJL", 3)).isTrue();
        assertThat(next.endedAt("LO07-DJL", 4)).isFalse();
        assertThat(next.endedAt("LO07-DL4J", 3)).isFalse();
    }

    @Test
    void an_interruption_is_no_crash() {
        new Marker(folder).beginning("LO07-DJL", 3);

        assertThat(new Marker(folder).endedAt("LO07-DJL", 3)).isFalse();
    }

    @Test
    void nothing_is_told_after_a_good_end() {
        Marker marker = new Marker(folder);
        marker.beginning("LO07-DJL", 3);
        marker.remove("LO07-DJL");

        System.setProperty(Marker.AFTER_CRASH, "true");

        assertThat(new Marker(folder).endedAt("LO07-DJL", 3)).isFalse();
    }
}
