package dev.mltest.check;

import static dev.mltest.check.Spotting.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Outcome.NotApplicable;
import dev.mltest.check.Spotting.Look;
import dev.mltest.check.Spotting.Sight;
import dev.mltest.check.Verdict.Undecided;
import dev.mltest.evidence.Price;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Task;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class CheckRunnerTest {

    private static final Look FRONT = new Look("front");
    private static final Look BACK = new Look("back");

    private final WrittenEvidence source = WrittenEvidence.about(Task.regression())
            .withEach(FRONT, seed -> new Sight(seed))
            .withEach(BACK, seed -> new Sight(-seed));
    private final CheckRunner runner = new CheckRunner(source, Budget.unlimited());

    @Test
    void shows_the_check_what_it_needs_under_the_seeds_it_needs() {
        List<Sight> seen = new ArrayList<>();
        Check check = Spotting.of(
                        book -> {
                            seen.addAll(book.of(FRONT));
                            assertThat(book.seeds()).containsExactly(5L, 6L, 7L);
                            assertThat(book.subject()).isEqualTo(source.subject());
                            return held();
                        },
                        FRONT)
                .underSeeds(3);

        runner.run(check, 5);

        assertThat(seen).containsExactly(new Sight(5), new Sight(6), new Sight(7));
    }

    @Test
    void reports_all_that_a_reader_may_want() {
        source.at(new Price(3, 2, 1, 4));

        CheckReport report = runner.run(Spotting.of(book -> held(), FRONT, BACK).underSeeds(2), 5);

        assertThat(report)
                .isEqualTo(new CheckReport(
                        source.subject(),
                        "spotting",
                        "should be spotless",
                        "spots show",
                        held(),
                        List.of(5L, 6L),
                        new Price(12, 8, 4, 4),
                        0,
                        0.25));
    }

    @Test
    void asks_in_the_order_of_the_questions_names() {
        runner.run(Spotting.of(book -> held(), FRONT, BACK), 1);

        assertThat(source.asked()).containsExactly("back 1", "front 1");
    }

    @Test
    void runs_a_suite_in_its_order() {
        Check first = Spotting.of(book -> held(), FRONT);
        Check second = Spotting.of(book -> new NotApplicable("too dark"), FRONT);

        List<CheckReport> reports = runner.run(new CheckSuite("two", List.of(first, second)), 1);

        assertThat(reports)
                .extracting(CheckReport::outcome)
                .containsExactly(held(), new NotApplicable("too dark"));
    }

    @Test
    void a_declared_part_that_breaks_takes_down_only_the_checks_that_need_it() {
        Check broken = Spotting.of(
                book -> {
                    throw ConfigurationException.ofPart("the declared metric threw it away", null);
                },
                FRONT);
        Check sound = Spotting.of(book -> held(), FRONT);
        CheckSuite suite = new CheckSuite("three", List.of(broken, sound, broken));
        List<CheckReport> judged = new ArrayList<>();

        assertThatThrownBy(() ->
                        new CheckRunner(source, Budget.unlimited(), judged::add).run(suite, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: the declared metric threw it away (not judged without"
                        + " it: spotting, spotting)");
        assertThat(judged).extracting(CheckReport::outcome).containsExactly(held());
        assertThat(SuiteRun.of(suite, check -> runner.run(check, 1)).reports()).hasSize(1);
    }

    @Test
    void what_is_wrong_with_the_model_itself_ends_the_run() {
        Check misused = Spotting.of(
                book -> {
                    throw new ConfigurationException("the factory gave null");
                },
                FRONT);

        assertThatThrownBy(() -> runner.run(new CheckSuite("one", List.of(misused, misused)), 1))
                .hasMessage("configuration: the factory gave null");
    }

    @Test
    void what_is_needed_but_not_available_makes_a_check_not_applicable() {
        Check check = Spotting.of(book -> held(), new Look("inside"));

        assertThat(runner.run(check, 1).outcome())
                .isEqualTo(new NotApplicable("nothing was written about inside"));
    }

    @Test
    void what_was_not_asked_for_cannot_be_read() {
        Check check = Spotting.of(
                book -> {
                    book.of(BACK);
                    return held();
                },
                FRONT);

        assertThatThrownBy(() -> runner.run(check, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the check did not ask for back");
    }

    @Test
    void tells_every_listener_of_every_check() {
        List<CheckReport> heard = new ArrayList<>();
        CheckRunner loud = new CheckRunner(source, Budget.unlimited(), heard::add, heard::add);

        CheckReport report = loud.run(Spotting.of(book -> held(), FRONT), 1);

        assertThat(heard).containsExactly(report, report);
    }

    @Nested
    class For_an_undecided_check {

        @Test
        void asks_what_it_wants_to_know_further() {
            Check check = Spotting.of(
                    book -> book.has(BACK) ? held() : Undecided.ask("dark behind", BACK), FRONT);

            assertThat(runner.run(check, 1).outcome()).isEqualTo(held());
            assertThat(source.asked()).containsExactly("front 1", "back 1");
        }

        @Test
        void buys_more_seeds_and_asks_everything_under_them() {
            Check check = Spotting.of(
                    book -> book.seeds().size() < 5 ? Undecided.moreSeeds("few", 2) : held(),
                    FRONT);

            CheckReport report = runner.run(check, 1);

            assertThat(report.outcome()).isEqualTo(held());
            assertThat(report.seeds()).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(source.asked()).hasSize(5);
        }

        @Test
        void a_further_question_without_an_answer_lets_it_judge_all_the_same() {
            Look inside = new Look("inside");
            Check check = Spotting.of(
                    book -> {
                        if (!book.has(inside)) {
                            return Undecided.ask("closed", inside);
                        }
                        assertThat(book.answers(inside)).isFalse();
                        return held();
                    },
                    FRONT);

            assertThat(runner.run(check, 1).outcome()).isEqualTo(held());
        }

        @Test
        void gives_up_if_it_wants_nothing_new() {
            AtomicInteger judged = new AtomicInteger();
            Check check = Spotting.of(
                    book -> {
                        judged.incrementAndGet();
                        return Undecided.ask("hard to say", FRONT);
                    },
                    FRONT);

            assertThat(runner.run(check, 1).outcome())
                    .isEqualTo(new NotApplicable("still undecided: hard to say"));
            assertThat(judged).hasValue(1);
        }

        @Test
        void gives_up_after_a_few_rounds() {
            AtomicInteger judged = new AtomicInteger();
            Check check = Spotting.of(
                    book -> {
                        judged.incrementAndGet();
                        return Undecided.moreSeeds("hard to say", 2);
                    },
                    FRONT);

            CheckReport report = runner.run(check, 1);

            assertThat(report.outcome())
                    .isEqualTo(new NotApplicable(
                            "still undecided: hard to say; 2 more seeds might decide"));
            assertThat(judged).hasValue(4);
            assertThat(report.seeds()).hasSize(7);
        }

        @Test
        void buys_at_most_64_seeds() {
            Check check = Spotting.of(book -> Undecided.moreSeeds("hard to say", 1000), FRONT);

            assertThat(runner.run(check, 1).seeds()).hasSize(64);
        }

        @Test
        void keeps_the_answers_to_further_questions_when_seeds_are_added() {
            Check check = Spotting.of(
                    book -> {
                        if (!book.has(BACK)) {
                            return Undecided.ask("dark behind", BACK);
                        }
                        return book.seeds().size() < 2
                                ? Undecided.moreSeeds("few", 1)
                                : Examination.of("backs", "differ")
                                        .measure("", "", book.of(BACK).size(), Bound.atMost(2, ""))
                                        .outcome();
                    },
                    FRONT);

            assertThat(runner.run(check, 1).outcome()).isInstanceOf(Outcome.Held.class);
        }
    }

    @Nested
    class Within_a_budget {

        private final Check check = Spotting.of(book -> held(), FRONT);

        @Test
        void of_no_time_nothing_is_asked() {
            CheckRunner hasty = new CheckRunner(source, Budget.of(Duration.ZERO));

            assertThat(hasty.run(check, 1).outcome())
                    .isInstanceOfSatisfying(
                            NotApplicable.class,
                            outcome -> assertThat(outcome.reason())
                                    .startsWith("the budget of ")
                                    .endsWith(" was spent before 'front' could be asked"));
            assertThat(source.asked()).isEmpty();
        }

        @Test
        void of_steps_nothing_that_costs_more_is_asked() {
            source.at(Price.steps(6));
            CheckRunner thrifty = new CheckRunner(source, Budget.unlimited().steps(5));

            assertThat(thrifty.run(check, 1).outcome())
                    .isEqualTo(new NotApplicable(
                            "5 steps of the budget are left, and 'front' may need 6"));
        }

        @Test
        void steps_add_up_over_checks() {
            source.at(Price.steps(6));
            CheckRunner thrifty = new CheckRunner(source, Budget.unlimited().steps(10));

            assertThat(thrifty.run(check, 1).outcome()).isEqualTo(held());
            assertThat(thrifty.run(check, 2).outcome()).isInstanceOf(NotApplicable.class);
        }

        @Test
        void what_is_known_already_costs_nothing() {
            source.at(Price.steps(6));
            CheckRunner thrifty = new CheckRunner(source, Budget.unlimited().steps(6));
            thrifty.run(check, 1);

            assertThat(thrifty.run(check, 1).outcome()).isEqualTo(held());
        }

        @Test
        void an_undecided_check_buys_no_more_than_is_left() {
            source.at(Price.steps(6));
            CheckRunner thrifty = new CheckRunner(source, Budget.unlimited().steps(6));
            Check greedy = Spotting.of(book -> Undecided.moreSeeds("few", 3), FRONT);

            assertThat(thrifty.run(greedy, 1).outcome()).isInstanceOf(NotApplicable.class);
            assertThat(source.asked()).containsExactly("front 1");
        }
    }

    @Test
    void a_suite_adds_up_its_false_alarms() {
        Check check = Spotting.of(book -> held(), FRONT);

        assertThat(new CheckSuite("two", List.of(check, check)).falseAlarmRate())
                .isEqualTo(0.5);
    }
}
