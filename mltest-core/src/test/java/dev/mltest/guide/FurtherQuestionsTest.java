package dev.mltest.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Nudges;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ParameterPath;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.Verdicts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/**
 * The examples of docs/how-to/write-a-check.md and docs/explanation/chance-and-causes.md at work.
 */
class FurtherQuestionsTest {

    /** Asks about one parameter, whatever it saw before. */
    private static final class Asking implements Check {

        private static final Bound NONE = Bound.none("exact: it was asked");

        @Override
        public String id() {
            return "asking";
        }

        @Override
        public String claim() {
            return "should answer";
        }

        @Override
        public String because() {
            return "this is an example";
        }

        @Override
        public Set<Question<?>> needs() {
            return Set.of(new FirstSteps());
        }

        @Override
        public Verdict judge(EvidenceBook book) {
            List<ParameterPath> suspicious = List.of(ParameterPath.of("head/bias"));
            Nudges nudges = new Nudges(suspicious);
            if (!suspicious.isEmpty() && !book.has(nudges)) {
                return Verdict.Undecided.ask("some parameters did not change", nudges);
            }
            return Examination.ofOne("there is no answer")
                    .measure("head/bias", "questions left open", book.answers(nudges) ? 0 : 1, NONE)
                    .outcome();
        }
    }

    @Test
    void a_check_is_judged_again_once_its_question_is_answered() {
        Verdicts.held(Verdicts.judge(new Asking(), ReferenceModel.classifier()));
    }

    @Test
    void a_new_check_holds_on_a_healthy_model() {
        Verdicts.held(Verdicts.judge(new WeightsStayFinite(), ReferenceModel.classifier()));
    }

    @Test
    void a_new_experiment_costs_what_it_says() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.classifier().build())) {
            assertThat(laboratory.ask(new Modes(), 42)).isInstanceOf(Answer.Seen.class);
            assertThat(laboratory.spent()).isEqualTo(Price.forwards(2));
        }
    }

    @Test
    void a_stricter_suite_shares_out_a_smaller_rate() {
        CheckSuite strict = DefaultChecks.suite().withFalseAlarmRate(1e-4);

        assertThat(strict.falseAlarmRate()).isLessThanOrEqualTo(1.0001e-4);
    }
}
