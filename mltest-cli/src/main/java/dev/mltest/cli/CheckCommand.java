package dev.mltest.cli;

import dev.mltest.baseline.Baseline;
import dev.mltest.check.CheckReport;
import dev.mltest.model.Device;
import dev.mltest.model.ModelDescription;
import dev.mltest.preflight.Preflight;
import dev.mltest.preflight.PreflightResult;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The sanity run. */
@Command(
        name = "check",
        description = "Runs the checks on a model before it is trained.",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLASS",
            description = "describes the model: implements Supplier<ModelUnderTest>, and has a"
                    + " constructor without parameters")
    @SuppressWarnings("NullAway.Init") // required by picocli
    private String description;

    @Option(
            names = "--checks",
            paramLabel = "ID",
            split = ",",
            description = "only these checks, separated by commas; by default all of them")
    private List<String> checks = new ArrayList<>();

    @Option(
            names = "--ignoring",
            paramLabel = "GLOB",
            split = ",",
            description = "overlooks violations at these places, for example 'head/aux/**'")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "the first seed; by default 42")
    private long seed = 42;

    @Option(
            names = "--seeds",
            paramLabel = "COUNT",
            description = "under how many seeds; by default 1")
    private int seeds = 1;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "starts nothing later than this, for example 500ms, 30s, 5m; by default"
                    + " no limit")
    private @Nullable Duration budget;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            converter = Converters.Place.class,
            description = "cpu, gpu or gpu:<index>; by default cpu")
    private Device device = Device.cpu();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "writes report.html, verdicts and evidence there, also if the run is"
                    + " interrupted")
    private @Nullable Path report;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "violations that are frozen, which do not fail the run")
    private @Nullable Path baseline;

    @Option(names = "--no-diagnosis", description = "does not look for what is behind violations")
    private boolean noDiagnosis;

    @Override
    public Integer call() {
        Baseline known = baseline == null ? Baseline.empty() : Baseline.read(baseline);
        Output output = new Output(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                Optional.ofNullable(report),
                known);
        PreflightResult result = examine(preflight().accepting(known), output);
        output.ended(result);
        return ExitCode.of(result);
    }

    private static PreflightResult examine(Preflight preflight, Output output) {
        try (Interruption interruption = new Interruption(output::interrupted);
                ProgressView view = ProgressView.on(output.err())) {
            return preflight
                    .listener(progress -> {
                        if (interruption.goesOn(progress.soFar())) {
                            view.show(progress);
                        }
                    })
                    .run();
        }
    }

    private Preflight preflight() {
        Preflight preflight = Preflight.of(ModelDescription.by(description))
                .checks(checks.toArray(String[]::new))
                .ignoring(ignored.toArray(String[]::new))
                .seed(seed)
                .seeds(seeds)
                .device(device)
                .diagnosis(!noDiagnosis)
                .reproducing(this::reproduceLine);
        return budget == null ? preflight : preflight.budget(budget);
    }

    private String reproduceLine(CheckReport report) {
        StringBuilder line = new StringBuilder("mltest check ").append(quoted(description));
        line.append(" --checks ").append(report.checkId());
        ignored.forEach(glob -> line.append(" --ignoring ").append(quoted(glob)));
        line.append(" --seed ").append(report.seeds().get(0));
        return device.equals(Device.cpu())
                ? line.toString()
                : line.append(" --device ").append(device).toString();
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:-]+") ? argument : "'" + argument + "'";
    }
}
