package dev.mltest.cli;

import dev.mltest.baseline.Baseline;
import dev.mltest.reporting.ReportFiles;
import dev.mltest.reporting.gate.Decision;
import dev.mltest.reporting.gate.Gate;
import dev.mltest.reporting.gate.Policy;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.History;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.view.ReportContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads what tests left behind, reports it, and decides whether the run may pass. */
@Command(
        name = "report",
        description = "Merges recorded verdicts into one report, and applies a policy.",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ResultsParameter recorded = new ResultsParameter();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where report.html, report.md and report.json are written")
    @SuppressWarnings("NullAway.Init") // required by picocli
    private Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "POLICY",
            converter = PolicyConverter.class,
            description =
                    "any: every violation that is not frozen; new: only those that the last run"
                            + " of --against did not have; never; by default any")
    private Policy policy = Policy.ANY;

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private HistoryOptions history = new HistoryOptions();

    @Mixin
    private GithubOptions github = new GithubOptions();

    private final Clock clock;

    /** As people run it. */
    ReportCommand() {
        this(Clock.systemDefaultZone());
    }

    ReportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return Writing.files(this::report);
    }

    private int report() {
        history.requireFor(policy);
        Results results = recorded.read();
        RunInfo run = history.run(clock.instant());
        Optional<History> past = history.open();
        Baseline known = baseline.thawed(results, past, history.branches(), console()::println);
        Decision decision = new Gate(
                        policy, known, LocalDate.now(clock), history.reference(past, run))
                .decide(results);
        List<Comparison> comparisons = history.compare(past, run, results);
        ReportFiles.write(out, results, new ReportContext(run, comparisons, known.entries()));
        github.tell(decision, comparisons);
        past.filter(runs -> decision.exitCode() != Decision.COULD_NOT_LOOK)
                .ifPresent(runs -> runs.append(run, results));
        past.map(History::warnings)
                .ifPresent(lines -> lines.forEach(
                        line -> spec.commandLine().getErr().println("warning: " + line)));
        console().println("mltest: " + decision.describe());
        return decision.exitCode();
    }

    private PrintWriter console() {
        return spec.commandLine().getOut();
    }
}
