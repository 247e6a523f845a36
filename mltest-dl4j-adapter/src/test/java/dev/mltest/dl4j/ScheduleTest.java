package dev.mltest.dl4j;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

import java.util.List;

/** What Deeplearning4j's updaters make of schedules. */
class ScheduleTest {

    private static final Batch BATCH = Samples.classes(96, 4);

    @Test
    void a_schedule_of_iterations_is_followed() {
        held(report(new Sgd(schedule(ScheduleType.ITERATION))));
        held(report(new Adam(schedule(ScheduleType.ITERATION))));
    }

    @Test
    void a_schedule_of_epochs_does_not_change_from_step_to_step() {
        violated(report(new Sgd(schedule(ScheduleType.EPOCH))));
        violated(report(new Adam(schedule(ScheduleType.EPOCH))));
    }

    @Test
    void no_updater_that_follows_its_schedule_is_accused() {
        ISchedule rates = schedule(ScheduleType.ITERATION);

        for (IUpdater updater : List.of(
                new Nesterovs(rates, 0.9),
                RmsProp.builder().learningRateSchedule(rates).build(),
                new AdaGrad(rates, 1e-6),
                new Nadam(rates),
                new AMSGrad(rates),
                new AdaMax(rates),
                new AdaDelta())) {
            CheckReport report = report(updater);
            assertThat(report.outcome().label()).as(updater.toString()).isNotEqualTo("violated");
        }
    }

    private static ISchedule schedule(ScheduleType unit) {
        return new ExponentialSchedule(unit, 0.1, 0.9);
    }

    private static CheckReport report(IUpdater updater) {
        return judge(
                DefaultChecks.ratesFollowTheSchedule(),
                Models.builder(seed -> Nets.mlp(Nets.conf(seed, updater)), BATCH)
                        .task(Task.classification(3).fromProbabilities())
                        .learningRates(step -> Math.pow(0.9, step))
                        .build());
    }
}
