package dev.mltest.library.reproducibility;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopTrainingEvidence;
import dev.mltest.evidence.LoopTrainingEvidence.TrainedParameter;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LoopTraining;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The user's own training, started twice from one seed, begins and ends with the same bits. */
public final class TheLoopRepeatsUnderItsSeed implements Check {

    private static final Bound SAME =
            Bound.none("exact: the same seed, order and arithmetic give the same bits");

    @Override
    public String id() {
        return "the-loop-repeats-under-its-seed";
    }

    @Override
    public String claim() {
        return "should end with the same weights when its own loop runs twice from one seed";
    }

    @Override
    public String because() {
        return "order, noise or weights that no seed decides make every run another experiment";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LoopTraining());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LoopTrainingEvidence evidence = book.of(new LoopTraining()).get(0);
        if (evidence.parameters().isEmpty()) {
            return Examination.of("parameters", "").outcome();
        }
        long atStart = sum(evidence, TrainedParameter::atStart);
        Examination examination = Examination.ofOne("two runs from one seed are not the same")
                .measure("seed", "differing elements at the start", atStart, SAME);
        if (atStart > 0) {
            return examination.clue(places(evidence, TrainedParameter::atStart)).outcome();
        }
        if (!evidence.engineRepeats()) {
            return examination
                    .note(
                            "ends were not compared: the engine does not repeat a gradient to the bit")
                    .outcome();
        }
        long atEnd = sum(evidence, TrainedParameter::atEnd);
        examination.measure("seed", "differing elements after training", atEnd, SAME);
        if (atEnd > 0) {
            double largest = evidence.parameters().stream()
                    .mapToDouble(TrainedParameter::largestAtEnd)
                    .max()
                    .orElse(0);
            examination
                    .clue("both start with the same weights: the order of the data, or noise in"
                            + " training, is not decided by the seed")
                    .clue(places(evidence, TrainedParameter::atEnd)
                            + ", by up to "
                            + Numbers.text(largest));
        }
        return examination.outcome();
    }

    private static long sum(
            LoopTrainingEvidence evidence, ToLongFunction<TrainedParameter> differing) {
        return evidence.parameters().stream().mapToLong(differing).sum();
    }

    private static String places(
            LoopTrainingEvidence evidence, ToLongFunction<TrainedParameter> differing) {
        List<?> paths = evidence.parameters().stream()
                .filter(seen -> differing.applyAsLong(seen) > 0)
                .map(seen -> seen.parameter().path())
                .toList();
        return "they differ at " + Listing.of(paths);
    }
}
