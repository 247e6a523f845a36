package dev.mltest.baseline;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.model.ConfigurationException;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Violations that are accepted for a while: known ones pass, new ones fail. Immutable. The outcome
 * of a check stays what it is; the baseline only says how it stands.
 *
 * @param entries sorted by model and check, one for each
 */
public record Baseline(List<KnownViolation> entries) {

    private static final Comparator<KnownViolation> ORDER =
            Comparator.comparing(KnownViolation::model).thenComparing(KnownViolation::check);

    /**
     * Sorts, so that a file changes where an entry does.
     *
     * @throws ConfigurationException if two entries are about the same check of the same model
     */
    public Baseline {
        entries = List.copyOf(entries).stream().sorted(ORDER).toList();
        for (int i = 1; i < entries.size(); i++) {
            KnownViolation entry = entries.get(i);
            if (ORDER.compare(entries.get(i - 1), entry) == 0) {
                throw new ConfigurationException(
                        "the baseline knows '%s' of model '%s' twice; remove one of the entries"
                                .formatted(entry.check(), entry.model()));
            }
        }
    }

    /** One that accepts nothing. */
    public static Baseline empty() {
        return new Baseline(List.of());
    }

    /**
     * Reads a file. Nothing in it is executed.
     *
     * @throws ConfigurationException if it is not there or holds something else
     */
    public static Baseline read(Path file) {
        return BaselineFile.read(file);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        BaselineFile.write(file, this);
    }

    /** How a violation of this check by this model stands. */
    public Standing of(String model, String check, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.isAbout(model, check))
                .findFirst()
                .<Standing>map(entry -> entry.isExpired(today)
                        ? new Standing.Expired(entry)
                        : new Standing.Frozen(entry))
                .orElseGet(Standing.Unknown::new);
    }

    /** How this verdict stands, should it be violated. */
    public Standing of(CheckReport report, LocalDate today) {
        return of(report.subject().model(), report.checkId(), today);
    }

    /**
     * With what is violated among these verdicts accepted from today on, over earlier entries.
     *
     * @throws ConfigurationException if there is no reason, or the last day is over
     */
    public Baseline freeze(
            Collection<CheckReport> reports, String reason, LocalDate until, LocalDate today) {
        requireFuture(until, today);
        List<KnownViolation> frozen = reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .map(report -> new KnownViolation(
                        report.subject().model(), report.checkId(), reason.strip(), today, until))
                .distinct()
                .toList();
        Baseline others = without(entry ->
                frozen.stream().anyMatch(other -> other.isAbout(entry.model(), entry.check())));
        return new Baseline(
                Stream.concat(others.entries.stream(), frozen.stream()).toList());
    }

    /**
     * Without what holds now: by one of these verdicts at least, and violated by none. What could
     * not be examined stays.
     */
    public Baseline thawed(Collection<CheckReport> reports) {
        return without(entry -> reached(entry, reports, Outcome.Held.class)
                && !reached(entry, reports, Outcome.Violated.class));
    }

    /** Without these entries. */
    public Baseline without(Predicate<KnownViolation> unwanted) {
        return new Baseline(entries.stream().filter(unwanted.negate()).toList());
    }

    private static boolean reached(
            KnownViolation entry, Collection<CheckReport> reports, Class<?> outcome) {
        return reports.stream()
                .filter(report -> entry.isAbout(report.subject().model(), report.checkId()))
                .anyMatch(report -> outcome.isInstance(report.outcome()));
    }

    private static void requireFuture(LocalDate until, LocalDate today) {
        if (until.isBefore(today)) {
            throw new ConfigurationException(
                    "a violation cannot be frozen until %s, which is over; name a day from %s on"
                            .formatted(until, today));
        }
    }
}
