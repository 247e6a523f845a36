package dev.mltest.junit;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckListener;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.CheckSuite;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Diagnostician;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Declaration;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs the checks of one chain of assertions: on the model of an {@link MLTest} in the laboratory
 * that its class shares, on any other in a laboratory of its own, whose models are closed after
 * each check.
 */
final class Examiner {

    private final Optional<TestRun> run;
    private final Conditions conditions;
    private final Known known;
    private final Map<Device, Laboratory> own = new LinkedHashMap<>();
    private ModelUnderTest model;
    private boolean isShared;
    private long seed;
    private Device device;
    private Budget budget;
    private @Nullable CheckRunner runner;

    private Examiner(
            ModelUnderTest model, Optional<TestRun> run, Conditions conditions, long seed) {
        this.model = model;
        this.run = run;
        this.isShared = run.filter(current -> current.isAbout(model)).isPresent();
        this.conditions = conditions;
        this.known = run.map(TestRun::known).orElseGet(() -> Known.of(conditions));
        this.seed = seed;
        this.device = conditions.device();
        this.budget = conditions.budget();
        this.runner = isShared ? run.orElseThrow().runner() : null;
    }

    /** Under the conditions of the test that this thread is in, or as configured. */
    static Examiner of(ModelUnderTest model) {
        Optional<TestRun> run = TestRun.current();
        Conditions conditions = run.map(TestRun::conditions)
                .orElseGet(() -> Conditions.of(Configuration.ofSystemProperties()));
        long seed = run.map(TestRun::seed).orElse(conditions.firstSeed());
        return new Examiner(model, run, conditions, seed);
    }

    void seed(long given) {
        seed = given;
    }

    void device(Device given) {
        device = given;
        runner = null;
    }

    /** States one more thing about the model, which is another model from then on. */
    void declare(Declaration declaration) {
        model = model.declaring(declaration);
        isShared = false;
        own.clear();
        runner = null;
    }

    void budget(Budget given) {
        budget = given;
        runner = null;
    }

    CheckReport examine(Check check) {
        try {
            double total = conditions.falseAlarmRate().orElse(DefaultChecks.FALSE_ALARM_RATE);
            return runner().run(DefaultChecks.sharing(total, check), seed);
        } finally {
            own.values().forEach(Laboratory::close);
        }
    }

    /** A suite at the false-alarm rate that was configured, or else at its own. */
    CheckSuite configured(CheckSuite suite) {
        return conditions.falseAlarmRate().map(suite::withFalseAlarmRate).orElse(suite);
    }

    /** What is behind violations; nothing if that is not wanted. */
    Diagnosis diagnose(List<CheckReport> reports) {
        if (!conditions.diagnosis()) {
            return Diagnosis.nothing();
        }
        try {
            Diagnosis diagnosis = new Diagnostician(runner()).diagnose(reports);
            run.ifPresent(current -> current.diagnosed(reports, diagnosis));
            return diagnosis;
        } finally {
            own.values().forEach(Laboratory::close);
        }
    }

    /** What comes of a verdict here; only those of an {@link MLTest} are recorded for others. */
    Consequence consequence(Consequence wanted) {
        return run.isPresent() && !conditions.violationsFail() ? wanted.withoutFailures() : wanted;
    }

    /** What to run or to write to see the same again. */
    String reproduceLine(CheckReport report) {
        return run.map(current -> current.reproduceLine(report)).orElseGet(() -> {
            OptionalInt worst = Judgement.worstCase(report);
            String line = ".withSeed(%d)".formatted(seed);
            return worst.isPresent() ? line + ".onlyCase(%d)".formatted(worst.getAsInt()) : line;
        });
    }

    /** Violations that are accepted for a while. */
    Known known() {
        return known;
    }

    private CheckRunner runner() {
        if (runner == null) {
            CheckListener listener =
                    report -> run.ifPresent(current -> current.judged(report, model));
            runner = new CheckRunner(laboratory(), budget, listener);
        }
        return runner;
    }

    private Laboratory laboratory() {
        return isShared
                ? run.orElseThrow().laboratory(device)
                : own.computeIfAbsent(device, this::open);
    }

    private Laboratory open(Device where) {
        Models.requireDevice(model, where, seed, conditions.deviceRequired());
        return new Laboratory(conditions.narrowed(model), where);
    }
}
