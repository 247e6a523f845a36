package dev.mltest.preflight;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.SuiteRun;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Diagnostician;
import dev.mltest.evidence.Recorded;
import dev.mltest.experiment.DevicePresence;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Portrait;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NotAvailableException;
import dev.mltest.report.VerdictLog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One sanity run. */
final class PreflightRun {

    private final Plan plan;
    private final Consumer<Progress> listener;
    private final List<Plan.Step> steps;
    private final Laboratory laboratory;
    private final CheckRunner runner;
    private final Forecast forecast;
    private final List<SeedVerdicts> seedsDone = new ArrayList<>();
    private final long start = System.nanoTime();
    private VerdictLog current = new VerdictLog();
    private int over;

    private PreflightRun(Plan plan, Consumer<Progress> listener, Laboratory laboratory) {
        this.plan = plan;
        this.listener = listener;
        this.steps = plan.steps();
        this.laboratory = laboratory;
        this.runner = new CheckRunner(laboratory, plan.budget());
        this.forecast = new Forecast(laboratory, plan);
    }

    static PreflightResult of(Plan plan, Consumer<Progress> listener) {
        requireDevice(plan);
        try (Laboratory laboratory = new Laboratory(plan.model(), plan.device())) {
            return new PreflightRun(plan, listener, laboratory).run();
        }
    }

    private static void requireDevice(Plan plan) {
        try {
            DevicePresence.require(plan.model(), plan.device(), plan.firstSeed());
        } catch (NotAvailableException missing) {
            throw new ConfigurationException(
                    missing.getMessage() + "; run where the device is, or name another", missing);
        }
    }

    private PreflightResult run() {
        for (long seed : plan.allSeeds()) {
            SuiteRun run = SuiteRun.of(plan.suite(), check -> judge(check, seed));
            Diagnosis diagnosis = diagnose(plan.accepted().failing(run.reports()));
            seedsDone.add(new SeedVerdicts(current.verdicts(), diagnosis, run.error()));
            current = new VerdictLog();
        }
        return soFar(Portrait.besideRecordingsOf(laboratory));
    }

    private CheckReport judge(Check check, long seed) {
        tell(check.id(), over + 1);
        try {
            CheckReport report = runner.run(check, seed);
            current.judged(plan.reported(report));
            return report;
        } finally {
            over++;
        }
    }

    private Diagnosis diagnose(List<CheckReport> violated) {
        if (violated.isEmpty() || !plan.diagnosis()) {
            return Diagnosis.nothing();
        }
        tell("diagnosis", over);
        Diagnosis diagnosis = new Diagnostician(runner).diagnose(violated);
        current.diagnosed(violated, diagnosis);
        return diagnosis;
    }

    private void tell(String next, int number) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.accept(new Progress(
                next,
                number,
                steps.size(),
                elapsed,
                forecast.left(elapsed),
                soFar(laboratory.recordings())));
    }

    private PreflightResult soFar(List<Recorded> recordings) {
        List<SeedVerdicts> all = new ArrayList<>(seedsDone);
        all.add(SeedVerdicts.of(current));
        return new PreflightResult(
                laboratory.subject(), plan, all, recordings, steps.subList(over, steps.size()));
    }
}
