package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Spotting.Look;
import dev.mltest.check.Spotting.Sight;
import dev.mltest.evidence.Question;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Verdicts;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * The check of these tests is how others use it: something fails under one seed in twenty of a
 * healthy model, and under every second one of a faulty model.
 */
class SequentialTestTest {

    private static final double HEALTHY = 0.05;
    private static final double FAULTY = 0.5;
    private static final SequentialTest TEST = new SequentialTest(0.01, 0.05, 64);
    private static final Look LOOK = new Look("look");

    /** Fails under more seeds than a healthy model does. */
    private record SeldomFails(SequentialTest test) implements Check {

        @Override
        public String id() {
            return "seldom-fails";
        }

        @Override
        public String claim() {
            return "should seldom fail";
        }

        @Override
        public String because() {
            return "what fails often is broken";
        }

        @Override
        public Set<Question<?>> needs() {
            return Set.of(LOOK);
        }

        @Override
        public int seeds() {
            return 4;
        }

        @Override
        public double falseAlarmRate() {
            return test.falseAlarmRate();
        }

        @Override
        public Check atFalseAlarmRate(double rate) {
            return new SeldomFails(new SequentialTest(rate, test.missRate(), test.mostSeeds()));
        }

        @Override
        public Verdict judge(EvidenceBook book) {
            int seeds = book.seeds().size();
            int failures =
                    (int) book.of(LOOK).stream().mapToDouble(Sight::value).sum();
            double ratio = SequentialTest.ofFailures(failures, seeds, HEALTHY, FAULTY);
            return test.decide(
                    ratio, seeds, () -> outcome(failures, seeds), () -> outcome(failures, seeds));
        }

        private Outcome outcome(int failures, int seeds) {
            double limit = -Math.log(test.falseAlarmRate());
            return Examination.ofOne("it fails too often")
                    .measure(
                            "seeds",
                            "log likelihood ratio",
                            SequentialTest.ofFailures(failures, seeds, HEALTHY, FAULTY),
                            Bound.below(limit, "Ville's inequality"))
                    .outcome();
        }
    }

    @Test
    void accuses_a_healthy_model_no_more_often_than_stated() {
        AlarmRate measured = AlarmRate.of(new SeldomFails(TEST), 10_000, failing(HEALTHY));

        assertThat(measured.low()).isLessThanOrEqualTo(0.01);
        assertThat(measured.rate()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void holds_its_rate_at_others_too() {
        Check strict = new SeldomFails(TEST).atFalseAlarmRate(0.001);

        assertThat(AlarmRate.of(strict, 10_000, failing(HEALTHY)).low()).isLessThan(0.001);
    }

    @Test
    void clears_a_faulty_model_no_more_often_than_stated() {
        long cleared = IntStream.range(0, 10_000)
                .mapToObj(seed ->
                        Verdicts.judge(new SeldomFails(TEST), failing(FAULTY).apply(seed)))
                .filter(report -> report.outcome() instanceof Outcome.Held)
                .count();

        assertThat(cleared / 10_000.0).isLessThanOrEqualTo(0.05);
    }

    /** Power over the share of failing seeds, as docs/explanation/chance-and-causes.md shows it. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 0.000, 0.010",
        "0.2, 0.10, 0.35",
        "0.3, 0.40, 0.70",
        "0.5, 0.95, 1",
        "0.7, 0.99, 1"
    })
    void finds_larger_effects_more_often(double share, double least, double most) {
        double power = AlarmRate.of(new SeldomFails(TEST), 1000, failing(share)).rate();

        assertThat(power).isBetween(least, most);
    }

    @Test
    void takes_few_seeds_where_it_is_clear() {
        double seeds = meanSeeds(HEALTHY);
        double information = -(HEALTHY * SequentialTest.ofFailures(1, 1, HEALTHY, FAULTY)
                + (1 - HEALTHY) * SequentialTest.ofFailures(0, 1, HEALTHY, FAULTY));

        assertThat(seeds).isBetween(TEST.expectedSeeds(information), 12.0);
        assertThat(meanSeeds(FAULTY)).isLessThan(12);
        assertThat(meanSeeds(1)).isEqualTo(4);
    }

    @Test
    void asks_for_as_many_seeds_again_while_it_is_open() {
        assertThat(TEST.decide(0, 4, Spotting::held, Spotting::held))
                .isEqualTo(Verdict.Undecided.moreSeeds(
                        "over 4 seeds a fault is 1 times as likely as none, which needs 0.05000 or 100",
                        4));
        assertThat(((Verdict.Undecided) TEST.decide(0, 50, Spotting::held, Spotting::held))
                        .moreSeeds())
                .isEqualTo(14);
        assertThat(((Verdict.Undecided) TEST.decide(Double.NaN, 64, Spotting::held, Spotting::held))
                        .moreSeeds())
                .isZero();
    }

    @Test
    void normal_figures_count_like_any_others() {
        Random random = new Random(1);
        int accused = 0;
        for (int run = 0; run < 10_000; run++) {
            double sum = 0;
            for (int seeds = 1; seeds <= 64; seeds++) {
                sum += random.nextGaussian();
                double ratio = SequentialTest.ofNormal(sum, seeds, 1, 1);
                if (ratio >= Math.log(100)) {
                    accused++;
                    break;
                }
            }
        }

        assertThat(accused / 10_000.0).isPositive().isLessThanOrEqualTo(0.01);
    }

    @Test
    void rates_that_leave_nothing_to_decide_are_refused() {
        assertThatThrownBy(() -> new SequentialTest(0, 0.1, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SequentialTest(0.6, 0.6, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double meanSeeds(double share) {
        return IntStream.range(0, 1000)
                .map(seed -> Verdicts.judge(
                                new SeldomFails(TEST), failing(share).apply(seed))
                        .seeds()
                        .size())
                .average()
                .orElseThrow();
    }

    /** Evidence in which something fails under this share of seeds. */
    private static LongFunction<WrittenEvidence> failing(double share) {
        return run -> WrittenEvidence.about(Task.regression()).withEach(LOOK, seed -> {
            Random random = new Random(run * 1_000_003 + seed * 7919);
            random.nextDouble();
            return new Sight(random.nextDouble() < share ? 1 : 0);
        });
    }
}
