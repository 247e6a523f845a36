package dev.mltest.experiment;

import dev.mltest.evidence.PaddedLossEvidence;
import dev.mltest.evidence.PaddedLossEvidence.Padded;
import dev.mltest.evidence.Price;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.List;

/**
 * Does the loss count padded positions of its targets? A target's mask says which they are; where
 * there is none, the declared padding of an input that runs over the same positions. Targets there
 * are overwritten; if padding is declared, outputs there as well, and more padding is appended.
 */
public record PaddedLoss() implements Experiment<PaddedLossEvidence> {

    private static final int BATCHES = 3;

    @Override
    public String id() {
        return "padded-loss";
    }

    @Override
    public Class<PaddedLossEvidence> evidenceType() {
        return PaddedLossEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        long targets = model.trainingData().examples(0).targets().size();
        long forwards = BATCHES * PaddedLossTrials.LOOKS + PaddedLossTrials.FORWARDS;
        return new Price(targets * forwards, 0, 0, 1);
    }

    @Override
    public PaddedLossEvidence perform(Bench bench) {
        Awakening.of(bench.differentiable());
        List<DeclaredPadding> declared = bench.subject().declarations().of(DeclaredPadding.class);
        List<String> targets = bench.batch(0).targets().names();
        List<String> masked = targets.stream()
                .filter(bench.batch(0).masks().names()::contains)
                .toList();
        if (declared.isEmpty() && masked.isEmpty()) {
            throw new NotAvailableException(
                    "no target has a mask; give the batches one, or write .padded()");
        }
        List<Padded> found = new ArrayList<>();
        for (String name : declared.isEmpty() ? masked : targets) {
            look(bench, name, declared, found);
        }
        return new PaddedLossEvidence(found);
    }

    private static void look(
            Bench bench, String name, List<DeclaredPadding> declared, List<Padded> found) {
        for (int i = 0; i < BATCHES; i++) {
            PaddedLossTrials trials = new PaddedLossTrials(bench, declared);
            var padded = trials.of(bench.batch(i), name);
            if (padded.isPresent()) {
                found.add(padded.get());
                return;
            }
        }
    }
}
