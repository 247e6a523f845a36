package dev.mltest.reporting.gate;

import static dev.mltest.reporting.Runs.results;
import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.baseline.Baseline;
import dev.mltest.check.CheckReport;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.history.Comparison.Drift;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class JobSummaryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Annotations ANNOTATED = new Annotations(List.of(), 0);

    @Test
    void a_summary_tells_what_decides_what_is_frozen_and_what_changed() {
        Baseline baseline = Baseline.empty()
                .freeze(List.of(violated("cnn", "frozen")), "soon", TODAY.plusDays(30), TODAY);
        Decision decision = decision(
                Policy.ANY,
                baseline,
                violated("cnn", "layers-are-large"),
                violated("cnn", "frozen", 0.25),
                held("cnn", "b"),
                notApplicable("cnn", "c"),
                notApplicable("mlp", "d"));
        Comparison changed = new Comparison(
                "branch main",
                List.of(
                        new Change("cnn", "layers-are-large", "held", "violated"),
                        new Change("cnn", "gone", "held", "")),
                List.of(new Drift("cnn", "b", "layer0", "size", 3, 2)));
        Comparison same = new Comparison("the last run", List.of(), List.of());

        Approved.verify(
                "job-summary",
                JobSummary.of(
                                decision,
                                List.of(same, changed),
                                new Annotations(List.of(), 2),
                                JobSummary.MOST_BYTES)
                        .stripTrailing());
    }

    @Test
    void a_run_that_could_judge_nothing_says_so() {
        assertThat(summary(notApplicable("cnn", "a")))
                .startsWith("## mltest: nothing could be judged\n");
    }

    @Test
    void text_of_a_user_stays_text() {
        String name =
                "<script>alert(1)</script> | [a](b) `c` *d* _e_ @f #1\n# g & ~h~ ![i](j) :k: $l$";

        String summary = summary(violated(name, "a"));

        assertThat(summary)
                .contains("&#60;script&#62;alert(1)&#60;/script&#62; &#124; &#91;a&#93;(b)"
                        + " &#96;c&#96; &#42;d&#42; &#95;e&#95; &#64;f &#35;1<br>&#35; g &#38;"
                        + " &#126;h&#126; &#33;&#91;i&#93;(j) &#58;k&#58; &#36;l&#36;");
    }

    @Test
    void a_summary_is_no_larger_than_it_may_be() {
        CheckReport[] many = IntStream.range(0, 20_000)
                .mapToObj(i -> violated("m\u00f6del", "check-" + i))
                .toArray(CheckReport[]::new);

        String summary = summary(many);

        assertThat(summary.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1_000_000, JobSummary.MOST_BYTES);
        assertThat(summary)
                .matches("(?s).*\n\nFor want of space \\d+ rows or sections were left out; see the"
                        + " report\\.\n");
    }

    private static String summary(CheckReport... reports) {
        return JobSummary.of(
                decision(Policy.ANY, Baseline.empty(), reports),
                List.of(),
                ANNOTATED,
                JobSummary.MOST_BYTES);
    }

    private static Decision decision(Policy policy, Baseline baseline, CheckReport... reports) {
        return new Gate(policy, baseline, TODAY, Optional.empty()).decide(results(reports));
    }
}
