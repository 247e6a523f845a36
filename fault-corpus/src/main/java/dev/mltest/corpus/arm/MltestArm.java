package dev.mltest.corpus.arm;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.library.DefaultChecks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The default suite of mltest, with or without its user's declarations. */
public final class MltestArm implements Arm {

    private final String name;
    private final Function<Exhibit, EvidenceSource> seen;

    private MltestArm(String name, Function<Exhibit, EvidenceSource> seen) {
        this.name = name;
        this.seen = seen;
    }

    /** Model, loss, optimiser and data only. */
    public static Arm standard() {
        return new MltestArm("mltest", Exhibit::evidence);
    }

    /** The same with all that can be declared. */
    public static Arm declared() {
        return new MltestArm("mltest-declared", Exhibit::declared);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String source() {
        return "dev.mltest.library.DefaultChecks";
    }

    @Override
    public boolean restsOnChecks() {
        return true;
    }

    /**
     * Each check is a test of its own: one that throws does not silence the others. It counts as a
     * crash only if no other finds anything.
     */
    @Override
    public List<Finding> judge(Exhibit exhibit) {
        List<Finding> findings = new ArrayList<>();
        List<RuntimeException> thrown = new ArrayList<>();
        CheckRunner runner = new CheckRunner(seen.apply(exhibit), Budget.unlimited());
        for (Check check : DefaultChecks.suite().checks()) {
            try {
                add(runner.run(check, exhibit.seed()), findings);
            } catch (RuntimeException misuse) {
                thrown.add(misuse);
            }
        }
        if (findings.isEmpty() && !thrown.isEmpty()) {
            throw thrown.get(0);
        }
        return findings;
    }

    private static void add(CheckReport report, List<Finding> findings) {
        if (report.outcome() instanceof Outcome.Violated violated) {
            findings.add(new Finding(
                    report.checkId(),
                    CheckProperties.of(report.checkId()),
                    violated.violations().stream().map(Measurement::locus).toList(),
                    true,
                    violated.summary()));
        }
    }
}
