package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mltest.check.CheckSuite;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Numbers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the cause of a failure, and the chance of a false one, show. */
class DiagnosisTests {

    private static final String CAUSE = "optimizer: the update points uphill (turned round, ";

    @Test
    void a_failing_test_names_what_is_most_likely_behind_it() {
        Throwable thrown = Jupiter.thrown(Jupiter.run(UphillTestCase.class));

        assertThat(thrown).hasMessageContaining("  most likely\n    - " + CAUSE);
    }

    @Test
    void a_suite_is_diagnosed_once_for_all_its_failures() {
        CheckSuite both = new CheckSuite(
                "both",
                List.of(DefaultChecks.aStepLowersTheLoss(), DefaultChecks.oneBatchIsOverfitted()));

        Throwable thrown = catchThrowable(() -> assertThat(uphill()).passes(both));

        assertThat(thrown)
                .hasMessageStartingWith("2 of 2 checks are violated")
                .hasMessageContaining("most likely\n  - " + CAUSE);
        assertThat(thrown.getMessage().split("most likely")).hasSize(2);
    }

    @Test
    void it_can_be_switched_off() {
        Throwable thrown = Jupiter.thrown(
                Jupiter.run(UphillTestCase.class, Map.of("mltest.diagnosis", "false")));

        assertThat(thrown)
                .hasMessageContaining("the first update leads uphill")
                .hasMessageNotContaining("most likely");
    }

    @Test
    void it_stands_among_the_report_entries() {
        assertThat(Jupiter.reportEntries(Jupiter.run(UphillTestCase.class)))
                .anySatisfy(
                        entry -> assertThat(entry)
                                .containsEntry("checks", "a-step-lowers-the-loss")
                                .hasEntrySatisfying(
                                        "most-likely",
                                        text -> assertThat(text)
                                                .startsWith(
                                                        "update-points-uphill at optimizer: turned round")));
    }

    @Test
    void it_stands_in_the_file_of_verdicts(@TempDir Path directory) {
        Jupiter.run(UphillTestCase.class, Map.of("mltest.evidence", directory.toString()));

        assertThat(directory.resolve(
                        "dev.mltest.junit.DiagnosisTests$UphillTestCase.verdicts.json"))
                .content()
                .contains("\"cause\" : \"update-points-uphill\"", "\"standing\" : \"CONFIRMED\"");
    }

    @Test
    void a_statistical_check_takes_its_share_of_what_is_configured() {
        assertThat(Jupiter.reportEntries(Jupiter.run(StatisticalTestCase.class)))
                .anySatisfy(entry -> assertThat(entry)
                        .containsEntry(
                                "false-alarm-rate", shareOf(DefaultChecks.FALSE_ALARM_RATE)));
    }

    private static String shareOf(double total) {
        return Numbers.text(total / DefaultChecks.suite().statisticalChecks());
    }

    private static ModelUnderTest uphill() {
        return ReferenceModel.classifier().rule(() -> UpdateRule.descent(-0.1)).build();
    }

    static class UphillTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return uphill();
        }

        @MLTest
        void lowers_its_loss(ModelUnderTest model) {
            assertThat(model).lowersItsLossInAStep();
        }
    }

    static class StatisticalTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.classifier().build();
        }

        @MLTest
        void starts(ModelUnderTest model) {
            assertThat(model).startsItsLossAtTheory();
        }
    }
}
