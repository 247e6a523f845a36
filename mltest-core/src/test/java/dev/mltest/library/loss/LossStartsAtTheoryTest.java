package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.evidence.StartEvidence.BatchStart;
import dev.mltest.experiment.Start;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

class LossStartsAtTheoryTest {

    private static final OutputProfile OUTPUTS = new OutputProfile(-1, 1, 0.5, -1, 1, 1, 3, 0);

    private final Check check = new LossStartsAtTheory();

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        held(judge(check, ReferenceModel.classifier()));
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_wild_initialisation() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, 20, noise)));

        Approved.verify("loss-starts-at-theory.wild-initialisation", failure(judge(check, model)));
    }

    @Test
    void catches_a_start_better_than_any_constant_predictor() {
        ReferenceModel model = ReferenceModel.classifier()
                .loss(Losses.logOfProbabilities())
                .after("head", Layers.elementwise("confident", x -> 0.99, y -> 0));

        Approved.verify("loss-starts-at-theory.too-good", failure(judge(check, model)));
    }

    @Test
    void catches_a_regressor_whose_outputs_are_out_of_scale() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("scaled", x -> 1000 * x, y -> 1000));

        violated(judge(check, model));
    }

    @Test
    void a_start_at_the_class_prior_is_as_good_as_theory_allows() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.dense("head", 24, ToyData.CLASSES, 1e-3, noise)))
                .as(LossStartsAtTheoryTest::startingAtTheClassPrior);

        held(judge(check, model));
    }

    @Test
    void weights_that_do_not_depend_on_the_seed_are_pretrained() {
        Noise trained = new Noise(9);
        ReferenceNetwork pretrained = ReferenceModel.classifier().network(trained.state());
        var first = pretrained.snapshot();
        ReferenceModel model = ReferenceModel.classifier().as(network -> {
            network.restore(first);
            return network;
        });

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "the weights are the same for every seed, as those of a pretrained model are");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }

    @Test
    void a_loss_of_the_wrong_sign_is_left_to_other_checks() {
        ReferenceModel model =
                ReferenceModel.regressor().loss(Losses.negated(Losses.squaredError()));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "worse outputs cost less, see loss-prefers-the-targets and loss-has-a-lower-bound");
    }

    @Nested
    class On_a_custom_task {

        @Test
        void nothing_is_known_unless_it_is_stated() {
            ReferenceModel model = ReferenceModel.regressor().task(Task.custom("ranking"));

            assertThat(reason(judge(check, model)))
                    .isEqualTo(
                            "it is not known where this loss starts: the framework cannot evaluate"
                                    + " it by itself, or the task is custom;"
                                    + " Task.custom(...).lossStartsBetween(low, high) states it");
        }

        @Test
        void what_is_stated_is_demanded() {
            Task.Custom ranking = Task.custom("ranking");

            held(judge(check, ReferenceModel.regressor().task(ranking.lossStartsBetween(0.5, 10))));
            Approved.verify(
                    "loss-starts-at-theory.not-as-stated",
                    failure(judge(
                            check,
                            ReferenceModel.regressor().task(ranking.lossStartsBetween(100, 200)))));
        }
    }

    @Nested
    class With_scattering_seeds {

        @Test
        void a_mean_outside_that_may_be_inside_buys_more_seeds_and_is_then_decided() {
            WrittenEvidence evidence = written(seed -> seed <= 3 ? 5 + 2.0 * seed : 2 + 0.1 * seed);

            var held = held(judge(check, evidence));

            assertThat(held.examined()).hasSize(1);
            assertThat(evidence.asked()).hasSize(8).contains("start 1", "start 8");
        }

        @Test
        void what_still_scatters_after_all_seeds_is_not_applicable() {
            reason(judge(check, written(seed -> seed % 2 == 1 ? 400 : 0.5)));
        }

        @Test
        void what_lies_clearly_outside_needs_no_more_seeds() {
            WrittenEvidence evidence = written(seed -> 50 + seed);

            violated(judge(check, evidence));

            assertThat(evidence.asked()).hasSize(3);
        }

        @Test
        void a_start_that_is_nan_is_violated() {
            violated(judge(check, written(seed -> Double.NaN)));
        }
    }

    @Nested
    class By_chance {

        private static final double HIGHEST = Math.log(3) + 4;
        private static final double SCATTER = 0.3;

        @Test
        void the_false_alarm_rate_is_stated() {
            assertThat(check.falseAlarmRate()).isEqualTo(1e-4);
            assertThat(check.atFalseAlarmRate(1e-6).falseAlarmRate()).isEqualTo(1e-6);
        }

        @Test
        void ten_thousand_starts_at_the_very_limit_are_accused_no_more_often_than_stated() {
            AlarmRate stated = AlarmRate.of(check, 10_000, start -> around(HIGHEST, start));

            assertThat(stated.low()).as(stated.toString()).isLessThanOrEqualTo(1e-4);
        }

        @Test
        void a_larger_rate_is_kept_to_and_used() {
            AlarmRate stated =
                    AlarmRate.of(check.atFalseAlarmRate(0.02), 10_000, i -> around(HIGHEST, i));

            assertThat(stated.low()).as(stated.toString()).isLessThanOrEqualTo(0.02);
            assertThat(stated.high()).isGreaterThan(0.005);
        }

        @Test
        void it_is_the_more_powerful_the_further_off_the_start_is() {
            List<Double> power = Stream.of(1.0, 1.5, 2.0, 3.0, 5.0)
                    .map(factor -> AlarmRate.of(
                                    check, 1_000, start -> around(factor * HIGHEST, start))
                            .rate())
                    .toList();

            assertThat(power).as(power.toString()).isSorted();
            assertThat(power.get(0)).isLessThan(0.001);
            assertThat(power.get(4)).isGreaterThan(0.99);
        }

        /** Losses whose logarithms scatter normally, as those of wild initialisations do. */
        private WrittenEvidence around(double typical, long start) {
            return written(seed -> {
                Random random = new Random(new SplittableRandom(31 * start + seed).nextLong());
                return typical * Math.exp(SCATTER * random.nextGaussian());
            });
        }
    }

    private static WrittenEvidence written(LongToDoubleFunction loss) {
        return WrittenEvidence.about(Task.classification(ToyData.CLASSES))
                .withEach(
                        new Start(),
                        seed -> new StartEvidence(
                                List.of(new BatchStart(
                                        loss.applyAsDouble(seed),
                                        Math.log(3),
                                        Math.log(3),
                                        1.0,
                                        OUTPUTS)),
                                List.of((double) seed)));
    }

    private static ReferenceNetwork startingAtTheClassPrior(ReferenceNetwork network) {
        double[] shares = new double[ToyData.CLASSES];
        for (long label : ToyData.classes(256).target().toLongs()) {
            shares[(int) label] += 1 / 256.0;
        }
        network.assign(
                ParameterPath.of("head/bias"),
                ArrayTensor.ofDoubles(Shape.of(ToyData.CLASSES), shares).map(Math::log));
        return network;
    }
}
