package dev.mltest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.preflight.Preflight;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

class ProgressViewTest {

    private static final String FIRST = "check 1 of 2, 0.0 s, about ";
    private static final String SECOND = "check 2 of 2, ";

    @Test
    void on_a_terminal_one_line_is_written_anew_and_wiped_in_the_end() {
        String shown = shown(true);

        assertThat(shown)
                .startsWith("\r" + FIRST)
                .contains("\u001b[K\r" + SECOND)
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
        assertThat(shown.split("\r")).allMatch(line -> line.length() < 80 + "\u001b[K".length());
    }

    @Test
    void elsewhere_each_check_has_a_line() {
        assertThat(shown(false).lines()).hasSize(2).allMatch(line -> line.startsWith("check "));
        assertThat(shown(false)).doesNotContain("\r", "\u001b");
    }

    private static String shown(boolean rewriting) {
        StringWriter written = new StringWriter();
        try (ProgressView view = new ProgressView(new PrintWriter(written), rewriting)) {
            Preflight.of(ReferenceModel.regressor().build())
                    .checks("predictions-repeat", "one-batch-is-overfitted")
                    .budget(Duration.ofHours(1))
                    .listener(view::show)
                    .run();
        }
        return written.toString();
    }
}
