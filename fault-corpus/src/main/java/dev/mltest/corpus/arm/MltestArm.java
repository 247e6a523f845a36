package dev.mltest.corpus.arm;

import dev.mltest.check.Budget;
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

    @Override
    public List<Finding> judge(Exhibit exhibit) {
        List<Finding> findings = new ArrayList<>();
        new CheckRunner(seen.apply(exhibit), Budget.unlimited())
                .run(DefaultChecks.suite(), exhibit.seed())
                .forEach(report -> add(report, findings));
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
