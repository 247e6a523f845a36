package dev.mltest.junit;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.KnownViolation;
import dev.mltest.baseline.Standing;
import dev.mltest.baseline.Thaw;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The violations that are known, as configured. Once all tests of this JVM are done, what held in
 * them is thawed: then, and not after each test, because another seed or another class may still
 * violate it. Safe for use by several threads.
 */
final class Known implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(Known.class);

    private final Optional<Path> file;
    private final Baseline baseline;
    private final boolean thaws;
    private final List<CheckReport> seen = new ArrayList<>();

    private Known(Optional<Path> file, boolean thaws) {
        this.file = file;
        this.thaws = thaws;
        this.baseline = file.map(Baseline::read).orElseGet(Baseline::empty);
    }

    /** For one run of all tests. One that repeats a failure looks at too little to thaw it. */
    static Known of(ExtensionContext context, Conditions conditions) {
        boolean repeats = conditions.onlyCase().isPresent()
                || Configuration.of(context).override(Setting.SEED).isPresent();
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        conditions.baseline(), file -> new Known(file, !repeats), Known.class);
    }

    /** For assertions outside an {@link MLTest}, which thaw nothing. */
    static Known of(Conditions conditions) {
        return new Known(conditions.baseline(), false);
    }

    Standing of(CheckReport report) {
        return baseline.of(report, LocalDate.now());
    }

    boolean isFrozen(CheckReport report) {
        return of(report) instanceof Standing.Frozen;
    }

    /** Why violations that are all frozen do not fail a test. */
    String reasons(List<CheckReport> frozen) {
        return frozen.stream()
                .map(report -> "%s is violated by %s, %s\n  %s"
                        .formatted(
                                report.checkId(),
                                report.subject().model(),
                                of(report).remark(),
                                ((Outcome.Violated) report.outcome()).summary()))
                .collect(Collectors.joining("\n"));
    }

    /** What is to be said of violations at the end of a failure; empty if none was ever known. */
    String remarks(List<CheckReport> violated) {
        return violated.stream()
                .filter(report -> !of(report).remark().isEmpty())
                .map(report -> "\n  known       %s: %s"
                        .formatted(report.checkId(), of(report).remark()))
                .collect(Collectors.joining());
    }

    /** Takes down what came of a check, for what is thawed at the end. */
    synchronized void saw(CheckReport report) {
        if (thaws && !(of(report) instanceof Standing.Unknown)) {
            seen.add(report);
        }
    }

    @Override
    public synchronized void close() {
        Baseline left = baseline.thawed(seen);
        List<KnownViolation> thawed = baseline.without(left.entries()::contains).entries();
        file.map(where -> Thaw.of(thawed, where))
                .ifPresent(lines -> lines.forEach(System.out::println));
    }
}
