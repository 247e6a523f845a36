package dev.mltest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.CheckReport;
import dev.mltest.model.ConfigurationException;
import dev.mltest.testing.WrittenReports;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class BaselineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 31);
    private static final CheckReport VIOLATED = WrittenReports.violated("cnn", "units-stay-alive");
    private static final Baseline FROZEN =
            Baseline.empty().freeze(List.of(VIOLATED), "the head is rebuilt", LATER, TODAY);

    @Test
    void what_is_violated_is_frozen_and_nothing_else() {
        Baseline frozen = Baseline.empty()
                .freeze(
                        List.of(
                                WrittenReports.violated("mlp", "b"),
                                WrittenReports.violated("cnn", "z"),
                                WrittenReports.violated("cnn", "a"),
                                WrittenReports.violated("cnn", "a"),
                                WrittenReports.held("cnn", "c"),
                                WrittenReports.notApplicable("cnn", "d")),
                        " soon ",
                        LATER,
                        TODAY);

        assertThat(frozen.entries())
                .containsExactly(
                        new KnownViolation("cnn", "a", "soon", TODAY, LATER),
                        new KnownViolation("cnn", "z", "soon", TODAY, LATER),
                        new KnownViolation("mlp", "b", "soon", TODAY, LATER));
    }

    @Test
    void an_entry_counts_for_its_model_and_check_alone() {
        assertThat(FROZEN.of(VIOLATED, TODAY)).isInstanceOf(Standing.Frozen.class);
        assertThat(FROZEN.of("cnn", "units-of-a-layer-differ", TODAY))
                .isInstanceOf(Standing.Unknown.class);
        assertThat(FROZEN.of("mlp", "units-stay-alive", TODAY))
                .isInstanceOf(Standing.Unknown.class);
    }

    @Test
    void an_entry_counts_on_its_last_day_and_not_after_it() {
        assertThat(FROZEN.of(VIOLATED, LATER)).isInstanceOf(Standing.Frozen.class);
        assertThat(FROZEN.of(VIOLATED, LATER.plusDays(1))).isInstanceOf(Standing.Expired.class);
    }

    @Test
    void a_remark_tells_reason_and_date() {
        assertThat(FROZEN.of(VIOLATED, TODAY).remark())
                .isEqualTo("frozen since 2026-11-21, until 2026-12-31: the head is rebuilt");
        assertThat(FROZEN.of(VIOLATED, LATER.plusDays(1)).remark())
                .isEqualTo("was frozen until 2026-12-31 (the head is rebuilt), which is over:"
                        + " repair it, or freeze it anew");
        assertThat(Baseline.empty().of(VIOLATED, TODAY).remark()).isEmpty();
    }

    @Test
    void what_is_frozen_again_gets_the_new_reason_and_dates() {
        Baseline again =
                FROZEN.freeze(List.of(VIOLATED), "still not", LATER.plusDays(9), LATER.plusDays(1));

        assertThat(again.entries())
                .containsExactly(new KnownViolation(
                        "cnn",
                        "units-stay-alive",
                        "still not",
                        LATER.plusDays(1),
                        LATER.plusDays(9)));
    }

    @Test
    void what_holds_now_is_thawed() {
        assertThat(FROZEN.thawed(List.of(WrittenReports.held("cnn", "units-stay-alive"))))
                .isEqualTo(Baseline.empty());
    }

    @Test
    void what_holds_under_one_seed_only_stays_frozen() {
        assertThat(FROZEN.thawed(List.of(WrittenReports.held("cnn", "units-stay-alive"), VIOLATED)))
                .isEqualTo(FROZEN);
    }

    @Test
    void what_could_not_be_examined_or_was_not_stays_frozen() {
        assertThat(FROZEN.thawed(List.of(WrittenReports.notApplicable("cnn", "units-stay-alive"))))
                .isEqualTo(FROZEN);
        assertThat(FROZEN.thawed(List.of(
                        WrittenReports.held("mlp", "units-stay-alive"),
                        WrittenReports.held("cnn", "other"))))
                .isEqualTo(FROZEN);
    }

    @Test
    void nothing_is_frozen_without_a_reason() {
        assertThatThrownBy(() -> Baseline.empty().freeze(List.of(VIOLATED), " ", LATER, TODAY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: 'units-stay-alive' of model 'cnn' is frozen without a reason;"
                                + " say in a sentence why it is accepted");
    }

    @Test
    void nothing_is_frozen_until_a_day_that_is_over() {
        assertThatThrownBy(() -> Baseline.empty()
                        .freeze(List.of(VIOLATED), "soon", TODAY.minusDays(1), TODAY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: a violation cannot be frozen until 2026-11-20, which is"
                        + " over; name a day from 2026-11-21 on");
    }
}
