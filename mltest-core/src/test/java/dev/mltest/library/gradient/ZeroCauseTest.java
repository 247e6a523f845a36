package dev.mltest.library.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.model.ParameterPath;

import org.junit.jupiter.api.Test;

class ZeroCauseTest {

    @Test
    void a_loss_with_a_slope_is_cut() {
        assertThat(ZeroCause.of(trace("", 0.1, 0.01, 1e-4), 1)).isEqualTo(ZeroCause.CUT);
    }

    @Test
    void a_loss_that_changes_alike_either_way_is_flat_there() {
        Trace flat = trace("", 0.1, 1e-6, 0.01);

        assertThat(ZeroCause.of(flat, 1)).isEqualTo(ZeroCause.FLAT_START);
        assertThat(ZeroCause.FLAT_START.describe(flat))
                .contains("up or down changes the loss alike, by 0.01000");
    }

    @Test
    void a_layer_that_is_the_same_for_all_examples_comes_before_any_slope() {
        Trace dead = trace("act", 0.1, 0.01, 0.01);

        assertThat(ZeroCause.of(dead, 1)).isEqualTo(ZeroCause.STILL_UNITS);
        assertThat(ZeroCause.STILL_UNITS.describe(dead)).startsWith("act puts out 0");
    }

    @Test
    void outputs_that_move_without_the_loss_are_not_in_it() {
        assertThat(ZeroCause.of(trace("", 0.1, 0, 0), 1)).isEqualTo(ZeroCause.NOT_IN_THE_LOSS);
    }

    @Test
    void a_change_that_reaches_no_output_is_lost_between_two_layers() {
        Trace lost = trace("", 0, 0, 0);

        assertThat(ZeroCause.of(lost, 1)).isEqualTo(ZeroCause.LOST_ON_THE_WAY);
        assertThat(ZeroCause.LOST_ON_THE_WAY.describe(lost))
                .isEqualTo(
                        "nudging hidden/bias changes what hidden puts out, and nothing behind it;"
                                + " next runs norm, which tells examples apart: it cancels the change, or does"
                                + " not read it");
    }

    @Test
    void a_parameter_that_changes_no_layer_is_not_read() {
        Trace unread = new Trace(
                ParameterPath.of("hidden/bias"), "", Double.NaN, "", "hidden", true, 0, 0, 0);

        assertThat(ZeroCause.of(unread, 1).describe(unread)).endsWith("nothing reads it");
    }

    private static Trace trace(String still, double outputs, double slope, double bend) {
        return new Trace(
                ParameterPath.of("hidden/bias"),
                still,
                0,
                "hidden",
                "norm",
                true,
                outputs,
                slope,
                bend);
    }
}
