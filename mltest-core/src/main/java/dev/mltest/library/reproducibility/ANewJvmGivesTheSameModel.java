package dev.mltest.library.reproducibility;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.NewJvmEvidence;
import dev.mltest.evidence.NewJvmEvidence.Compared;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.NewJvm;

import java.util.Set;

/** Another process makes the same model from the same seed and takes the same first steps. */
public final class ANewJvmGivesTheSameModel implements Check {

    private static final Bound SAME =
            Bound.none("exact: the same program on the same machine gives the same bits");

    @Override
    public String id() {
        return "a-new-jvm-gives-the-same-model";
    }

    @Override
    public String claim() {
        return "should be the same model, and take the same steps, in a new JVM";
    }

    @Override
    public String because() {
        return "what hangs on a process, its clock or its hash codes is gone tomorrow";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new NewJvm());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        NewJvmEvidence evidence = book.of(new NewJvm()).get(0);
        boolean fresh = evidence.parameters().stream().allMatch(Compared::atStart);
        Examination examination = Examination.of("tensors", "differ in a new JVM")
                .under(fresh ? "after %d steps".formatted(evidence.steps()) : "before any step");
        for (Compared seen : evidence.parameters()) {
            boolean same = fresh ? seen.atEnd() : seen.atStart();
            examination.measure(
                    seen.parameter().describe(), "digests that differ", same ? 0 : 1, SAME);
        }
        return examination.outcome();
    }
}
