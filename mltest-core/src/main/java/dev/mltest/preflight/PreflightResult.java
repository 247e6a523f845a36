package dev.mltest.preflight;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.Reported;
import dev.mltest.report.ResultsDirectory;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a sanity run. */
public final class PreflightResult {

    private final Subject subject;
    private final Plan plan;
    private final List<SeedVerdicts> seeds;
    private final List<Recorded> recordings;
    private final List<Plan.Step> unjudged;

    PreflightResult(
            Subject subject,
            Plan plan,
            List<SeedVerdicts> seeds,
            List<Recorded> recordings,
            List<Plan.Step> unjudged) {
        this.subject = subject;
        this.plan = plan;
        this.seeds = List.copyOf(seeds);
        this.recordings = recordings;
        this.unjudged = List.copyOf(unjudged);
    }

    /** How it ended. */
    public enum Standing {
        /** At least one check held and none is violated, or only known ones are. */
        HELD,
        /** At least one check is violated. */
        VIOLATED,
        /** Not a single check could be judged. */
        NOT_EXAMINED
    }

    /** How it ended. What could not be examined never counts as held. */
    public Standing standing() {
        if (!plan.accepted().failing(reports()).isEmpty()) {
            return Standing.VIOLATED;
        }
        boolean anyHeld =
                reports().stream().anyMatch(each -> each.outcome() instanceof Outcome.Held);
        return anyHeld ? Standing.HELD : Standing.NOT_EXAMINED;
    }

    /** All verdicts, each with what is behind it. */
    public List<Reported> verdicts() {
        return seeds.stream().flatMap(seed -> seed.verdicts().stream()).toList();
    }

    /** All verdicts by themselves. */
    public List<CheckReport> reports() {
        return verdicts().stream().map(Reported::report).toList();
    }

    /** Why some checks could not be judged, if a declared part, such as the loop, does not work. */
    public Optional<ConfigurationException> error() {
        return seeds.stream().flatMap(seed -> seed.error().stream()).findFirst();
    }

    /**
     * Lets a program go on only with a model that keeps what was asked of it.
     *
     * @throws ModelRejectedException if a check is violated; the message tells how, and why
     * @throws NotExaminedException if not a single check could be judged
     * @throws ConfigurationException if a declared part does not work
     */
    public PreflightResult orThrow() {
        switch (standing()) {
            case VIOLATED -> {
                ModelRejectedException rejected = new ModelRejectedException(text());
                error().ifPresent(rejected::addSuppressed);
                throw rejected;
            }
            case NOT_EXAMINED -> {
                error().ifPresent(error -> {
                    throw error;
                });
                throw new NotExaminedException(text());
            }
            case HELD ->
                error().ifPresent(error -> {
                    throw error;
                });
        }
        return this;
    }

    /** Violations and what is behind them, what could not be examined, and how many there are. */
    public String text() {
        return new PreflightText(subject.model(), seeds, reports(), plan.accepted(), error())
                .compose();
    }

    /** Prints {@link #text()}. */
    public void print(PrintStream out) {
        out.println(text());
    }

    /**
     * Writes a results directory, as the tests of a class do with {@code -Dmltest.evidence}:
     * verdicts and evidence, for reports to be made of them.
     *
     * @throws ConfigurationException if nothing can be written there
     */
    public PreflightResult write(Path directory) {
        ResultsDirectory results =
                new ResultsDirectory(directory).requireWritable("the directory of the results");
        String suite = "preflight." + subject.model().replaceAll("[^A-Za-z0-9._-]+", "-");
        results.keep(suite, plan.device(), subject, recordings);
        results.keep(suite, verdicts());
        return this;
    }

    /** The same; checks that were not judged yet are not applicable, since the run was cut off. */
    public PreflightResult interrupted() {
        List<Reported> missed = unjudged.stream()
                .map(step -> plan.reported(step.interrupted(subject)))
                .toList();
        SeedVerdicts rest = new SeedVerdicts(missed, Diagnosis.nothing(), Optional.empty());
        return new PreflightResult(
                subject,
                plan,
                Stream.concat(seeds.stream(), Stream.of(rest)).toList(),
                recordings,
                List.of());
    }
}
