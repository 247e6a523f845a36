package dev.mltest.library.reproducibility;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SameSeedEvidence;
import dev.mltest.evidence.SameSeedEvidence.SeededParameter;
import dev.mltest.experiment.SameSeed;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * Two models made from one seed are the same to the bit, and stay so through their first steps. If
 * everything that is drawn differs, the seed is not used at all and is what is named; if only some
 * tensors do, they are.
 */
public final class TheSeedDecidesTheModel implements Check {

    private static final Bound SAME =
            Bound.none("exact: the same seed and the same arithmetic give the same bits");

    @Override
    public String id() {
        return "the-seed-decides-the-model";
    }

    @Override
    public String claim() {
        return "should be the same model, and take the same steps, when its seed is the same";
    }

    @Override
    public String because() {
        return "a result that cannot be repeated can be neither compared nor debugged";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new SameSeed());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SameSeedEvidence evidence = book.of(new SameSeed()).get(0);
        List<SeededParameter> lost = evidence.parameters().stream()
                .filter(seen -> seen.atStart() > 0)
                .toList();
        if (!lost.isEmpty() && nothingRepeats(evidence)) {
            Examination all = Examination.ofOne("nothing that is drawn is drawn from the seed")
                    .measure("seed", "differing elements", sum(lost), SAME);
            lost.forEach(seen -> all.clue(clue(seen)));
            return all.outcome();
        }
        Examination examination =
                Examination.of("tensors", "differ between two models of one seed");
        boolean steps = lost.isEmpty() && evidence.steps() > 0 && evidence.repeats();
        for (SeededParameter seen : evidence.parameters()) {
            String when = steps && seen.afterSteps() > 0
                    ? "differing elements after step " + evidence.divergingStep()
                    : "differing elements";
            long count = seen.atStart() + (steps ? seen.afterSteps() : 0);
            examination.measure(seen.parameter().describe(), when, count, SAME);
        }
        lost.forEach(seen -> examination.clue(clue(seen)));
        if (evidence.steps() > 0 && !evidence.repeats()) {
            examination.note("steps were not compared: not even one model repeats them to the bit");
        }
        return examination.outcome();
    }

    /** Whether no tensor that another seed changes stays as it is under the same seed. */
    private static boolean nothingRepeats(SameSeedEvidence evidence) {
        return evidence.parameters().stream()
                .filter(seen -> seen.underOtherSeed() > 0)
                .allMatch(seen -> seen.atStart() > 0);
    }

    private static long sum(List<SeededParameter> lost) {
        return lost.stream().mapToLong(SeededParameter::atStart).sum();
    }

    private static String clue(SeededParameter seen) {
        return "%s: %d of its elements differ, by up to %s"
                .formatted(
                        seen.parameter().describe(),
                        seen.atStart(),
                        Numbers.text(seen.maxAtStart()));
    }
}
