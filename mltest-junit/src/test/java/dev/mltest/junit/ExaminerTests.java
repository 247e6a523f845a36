package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** At which false-alarm rate checks are run. */
class ExaminerTests {

    private static final Map<String, String> CONFIGURED =
            Map.of("mltest.false-alarm-rate", "0.0002");

    @Test
    void a_suite_is_run_at_the_rate_that_is_configured() {
        assertThat(rates(CONFIGURED)).containsOnly("1.000e-04");
    }

    @Test
    void a_suite_keeps_its_own_rate_if_none_is_configured() {
        assertThat(rates(Map.of())).containsOnly("0.01000");
    }

    private static List<String> rates(Map<String, String> configuration) {
        return Jupiter.reportEntries(Jupiter.run(SuiteTestCase.class, configuration)).stream()
                .map(entry -> entry.get("false-alarm-rate"))
                .toList();
    }

    static class SuiteTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.classifier().build();
        }

        @MLTest
        void passes(ModelUnderTest model) {
            assertThat(model)
                    .passes(new CheckSuite(
                            "own", List.of(new Dice("one", 0.01), new Dice("other", 0.01))));
        }
    }

    /** Holds, and says at which rate. */
    private record Dice(String id, double falseAlarmRate) implements Check {

        @Override
        public String claim() {
            return "should be lucky";
        }

        @Override
        public String because() {
            return "luck helps";
        }

        @Override
        public Set<Question<?>> needs() {
            return Set.of();
        }

        @Override
        public Check atFalseAlarmRate(double rate) {
            return new Dice(id, rate);
        }

        @Override
        public Verdict judge(EvidenceBook book) {
            return Examination.ofOne("unlucky")
                    .measure("dice", "eyes", 6, Bound.above(1, "dice"))
                    .outcome();
        }
    }
}
