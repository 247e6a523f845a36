package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ExamplesEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LossByExample;
import dev.mltest.experiment.Mixing;

import java.util.List;
import java.util.Set;

/**
 * In inference mode the loss of a batch stays what it is when its examples come in reverse order,
 * whatever the task: also a loss that relates examples relates the same ones. Reversing leaves
 * neighbours neighbours, and halves opposite each other, so that pairs stay pairs.
 */
public final class LossIgnoresTheOrderOfExamples implements Check {

    @Override
    public String id() {
        return "loss-ignores-the-order-of-examples";
    }

    @Override
    public String claim() {
        return "should have the same loss in whatever order the examples of a batch come";
    }

    @Override
    public String because() {
        return "the order of a batch is chance; a loss that depends on it mixes up rows";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossByExample(), new Mixing());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<Output> outputs = book.of(new Mixing()).get(0).outputs();
        if (outputs.stream().anyMatch(Output::isNoisy)) {
            return new Outcome.NotApplicable("predictions do not repeat, see predictions-repeat");
        }
        if (outputs.stream().anyMatch(Output::isMixed)) {
            return new Outcome.NotApplicable(
                    "the model mixes examples before its loss does, see examples-do-not-mix");
        }
        ExamplesEvidence evidence = book.of(new LossByExample()).get(0);
        double own = evidence.batchLoss();
        double size =
                evidence.losses().stream().mapToDouble(Math::abs).reduce(Math.abs(own), Math::max);
        double roundOff = Math.sqrt(evidence.epsilon()) * Math.max(size, Double.MIN_NORMAL);
        return Examination.ofOne("the loss of a batch depends on the order of its examples")
                .under("%d examples".formatted(evidence.losses().size()))
                .measure(
                        "loss",
                        "loss of the batch in reverse order",
                        evidence.reversedLoss(),
                        Bound.between(
                                own - roundOff,
                                own + roundOff,
                                "loss in the given order, give or take half the digits of the outputs'"
                                        + " type"))
                .outcome();
    }
}
