package dev.mltest.cli;

import dev.mltest.baseline.BaselineFile;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.Reported;
import dev.mltest.reporting.results.Strictest;

import org.jspecify.annotations.Nullable;

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
import java.util.concurrent.Callable;

/** Accepts the present violations for a while. */
@Command(
        name = "freeze",
        description =
                "Accepts what is violated now, until a day: it fails neither tests nor gates.",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false)
final class FreezeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ResultsParameter results = new ResultsParameter();

    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "FILE",
            description = "where they are added; to be committed beside the sources")
    @SuppressWarnings("NullAway.Init") // required by picocli
    private Path baseline;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why they are accepted, in a sentence")
    @SuppressWarnings("NullAway.Init") // required by picocli
    private String reason;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "the last day on which they are")
    @SuppressWarnings("NullAway.Init") // required by picocli
    private LocalDate until;

    @Option(names = "--check", paramLabel = "ID", description = "only this check")
    private @Nullable String check;

    @Option(names = "--model", paramLabel = "NAME", description = "only this model")
    private @Nullable String model;

    private final Clock clock;

    /** As people run it. */
    FreezeCommand() {
        this(Clock.systemDefaultZone());
    }

    FreezeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<CheckReport> asked = Strictest.of(results.read()).stream()
                .map(Reported::report)
                .filter(this::isAsked)
                .toList();
        requireAny(asked);
        List<CheckReport> violated = asked.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .toList();
        LocalDate today = LocalDate.now(clock);
        Writing.files(() -> BaselineFile.update(
                baseline, known -> known.freeze(violated, reason, until, today)));
        tell(violated);
        return 0;
    }

    private boolean isAsked(CheckReport report) {
        return (check == null || check.equals(report.checkId()))
                && (model == null || model.equals(report.subject().model()));
    }

    private void requireAny(List<CheckReport> asked) {
        if (asked.isEmpty()) {
            throw new ConfigurationException(
                    "there is no verdict of %s on %s in %s; look at --check and --model"
                            .formatted(
                                    check == null ? "any check" : "'" + check + "'",
                                    model == null ? "any model" : "'" + model + "'",
                                    results.directories()));
        }
    }

    private void tell(List<CheckReport> violated) {
        PrintWriter console = spec.commandLine().getOut();
        violated.forEach(report -> console.printf(
                "mltest: '%s' of '%s' is frozen until %s in %s%n",
                report.checkId(), report.subject().model(), until, baseline));
        if (violated.isEmpty()) {
            console.println("mltest: nothing is violated, so that nothing is frozen");
        }
    }
}
