package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ExamplesEvidence;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LossByExample;
import dev.mltest.experiment.Mixing;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.Optional;
import java.util.Set;

/**
 * In inference mode the loss of a batch is the mean of the losses of its examples. A loss that sums
 * makes the step grow with the batch; one that broadcasts compares every prediction with every
 * target. With masks the mean may be weighted by what is not masked.
 */
public final class LossIsTheMeanOfItsExamples implements Check {

    @Override
    public String id() {
        return "loss-is-the-mean-of-its-examples";
    }

    @Override
    public String claim() {
        return "should average its loss over the examples of a batch";
    }

    @Override
    public String because() {
        return "a loss that sums, broadcasts or crosses examples trains something else than was meant";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossByExample(), new Mixing());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        if (book.subject().task() instanceof Task.Custom) {
            return new Outcome.NotApplicable(
                    "the loss of a custom task may relate examples, as a contrastive one does");
        }
        Optional<String> confusion = confusion(book.of(new Mixing()).get(0));
        if (confusion.isPresent()) {
            return new Outcome.NotApplicable(confusion.get());
        }
        ExamplesEvidence evidence = book.of(new LossByExample()).get(0);
        double mean = closestMean(evidence);
        double size = evidence.losses().stream().mapToDouble(Math::abs).max().orElse(0);
        double roundOff = Math.sqrt(evidence.epsilon()) * Math.max(size, Double.MIN_NORMAL);
        int count = evidence.losses().size();
        return Examination.ofOne("the loss of a batch is not the mean of its examples' losses")
                .under("%d examples".formatted(count))
                .measure(
                        "loss",
                        "loss of the batch",
                        evidence.batchLoss(),
                        Bound.between(
                                mean - roundOff,
                                mean + roundOff,
                                "mean of the examples' losses, give or take half the digits of the"
                                        + " outputs' type"))
                .clue(
                        "the batch's loss is %s times the mean of its examples' losses, and there are %d examples"
                                .formatted(Numbers.text(evidence.batchLoss() / mean), count))
                .outcome();
    }

    /** Why losses of single examples cannot be compared with that of their batch, if so. */
    private static Optional<String> confusion(MixingEvidence outputs) {
        if (outputs.outputs().stream().anyMatch(Output::isNoisy)) {
            return Optional.of("predictions do not repeat, see predictions-repeat");
        }
        return outputs.outputs().stream().anyMatch(Output::isMixed)
                ? Optional.of("outputs depend on the other examples, see examples-do-not-mix")
                : Optional.empty();
    }

    private static double closestMean(ExamplesEvidence evidence) {
        double sum = 0;
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < evidence.losses().size(); i++) {
            sum += evidence.losses().get(i);
            weighted += evidence.losses().get(i) * evidence.weights().get(i);
            weights += evidence.weights().get(i);
        }
        double plain = sum / evidence.losses().size();
        double byWeight = weights > 0 ? weighted / weights : plain;
        boolean plainIsCloser =
                Math.abs(plain - evidence.batchLoss()) <= Math.abs(byWeight - evidence.batchLoss());
        return plainIsCloser ? plain : byWeight;
    }
}
