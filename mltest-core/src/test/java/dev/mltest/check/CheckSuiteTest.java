package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.evidence.Question;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Set;

class CheckSuiteTest {

    private static final Offset<Double> ROUND_OFF = Offset.offset(1e-12);

    /** A check of this rate. */
    private record Rated(String id, double falseAlarmRate) implements Check {

        @Override
        public String claim() {
            return "should be fine";
        }

        @Override
        public String because() {
            return "it matters";
        }

        @Override
        public Set<Question<?>> needs() {
            return Set.of();
        }

        @Override
        public Check atFalseAlarmRate(double rate) {
            return falseAlarmRate == 0 ? this : new Rated(id, rate);
        }

        @Override
        public Verdict judge(EvidenceBook book) {
            return Spotting.held();
        }
    }

    private final CheckSuite suite = new CheckSuite(
            "mixed", List.of(new Rated("exact", 0), new Rated("a", 0.1), new Rated("b", 0.3)));

    @Test
    void every_check_in_which_chance_plays_a_part_gets_an_equal_share() {
        CheckSuite split = suite.withFalseAlarmRate(0.01);

        assertThat(split.statisticalChecks()).isEqualTo(2);
        assertThat(split.checks())
                .extracting(Check::falseAlarmRate)
                .containsExactly(0.0, 0.005, 0.005);
        assertThat(split.falseAlarmRate()).isCloseTo(0.01, ROUND_OFF);
    }

    @Test
    void a_check_that_overlooks_places_gets_its_share_too() {
        CheckSuite ignoring = new CheckSuite("one", List.of(new Rated("a", 0.1).ignoring("x/**")));

        assertThat(ignoring.withFalseAlarmRate(0.02).falseAlarmRate()).isEqualTo(0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void what_is_no_rate_is_refused(double rate) {
        assertThatThrownBy(() -> suite.withFalseAlarmRate(rate))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: suite 'mixed': a false-alarm rate of " + rate
                        + " is none; write a number above 0 and below 1, such as 0.001");
    }

    @Test
    void the_default_suite_accuses_by_chance_in_one_run_of_a_thousand() {
        assertThat(DefaultChecks.suite().falseAlarmRate()).isCloseTo(1e-3, ROUND_OFF);
    }

    @Test
    void a_default_check_by_itself_has_the_share_it_has_in_the_suite() throws Exception {
        for (Check check : DefaultChecks.suite().checks()) {
            Check alone = DefaultChecks.sharing(1e-3, made(check.id()));

            assertThat(alone.falseAlarmRate()).isEqualTo(check.falseAlarmRate());
        }
    }

    @Test
    void a_check_of_ones_own_keeps_its_rate() {
        Check own = new Rated("own", 0.2);

        assertThat(DefaultChecks.sharing(1e-3, own)).isSameAs(own);
    }

    /** The default check as its factory makes it, before any suite has given it a share. */
    private static Check made(String id) throws ReflectiveOperationException {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            boolean first = name.isEmpty();
            name.append(
                    first
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return (Check) DefaultChecks.class.getMethod(name.toString()).invoke(null);
    }
}
