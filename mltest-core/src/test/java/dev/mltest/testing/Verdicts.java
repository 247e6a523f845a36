package dev.mltest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import java.util.List;
import java.util.OptionalInt;

/** Judges a model, or evidence written by hand, and states which outcome is expected. */
public final class Verdicts {

    /** The seed everything is judged under. */
    public static final long SEED = 1;

    private Verdicts() {}

    /** What a check says of a model. */
    public static CheckReport judge(Check check, ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            return judge(check, laboratory);
        }
    }

    /** What a check says of a reference model. */
    public static CheckReport judge(Check check, ReferenceModel model) {
        return judge(check, model.build());
    }

    /** What a check says of evidence. */
    public static CheckReport judge(Check check, EvidenceSource source) {
        return new CheckRunner(source, Budget.unlimited()).run(check, SEED);
    }

    /** Demands that the check holds. */
    public static Outcome.Held held(CheckReport report) {
        assertThat(report.outcome()).isInstanceOf(Outcome.Held.class);
        Outcome.Held held = (Outcome.Held) report.outcome();
        assertThat(held.examined()).isNotEmpty();
        return held;
    }

    /** Demands that the check is violated. */
    public static Outcome.Violated violated(CheckReport report) {
        assertThat(report.outcome()).isInstanceOf(Outcome.Violated.class);
        return (Outcome.Violated) report.outcome();
    }

    /** What was measured, whether it holds or not; only violations if there are any. */
    public static List<Measurement> measurements(CheckReport report) {
        return report.outcome() instanceof Outcome.Violated violated
                ? violated.violations()
                : held(report).examined();
    }

    /** Demands that the check is violated, and gives the whole failure text. */
    public static String failure(CheckReport report) {
        OptionalInt worst = violated(report).worstCase();
        String only = worst.isPresent() ? " -Dmltest.case=" + worst.getAsInt() : "";
        return FailureText.of(report, "mvn test -Dtest=ModelTest -Dmltest.seed=" + SEED + only);
    }

    /** Demands that the check is not applicable, and gives the reason. */
    public static String reason(CheckReport report) {
        assertThat(report.outcome()).isInstanceOf(Outcome.NotApplicable.class);
        return ((Outcome.NotApplicable) report.outcome()).reason();
    }
}
