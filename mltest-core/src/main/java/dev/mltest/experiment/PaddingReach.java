package dev.mltest.experiment;

import dev.mltest.evidence.PaddingEvidence;
import dev.mltest.evidence.PaddingEvidence.Padded;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.List;

/**
 * Does what stands in the padding, or how much of it there is, reach an output? Padded positions
 * are overwritten with what stands at other positions, more padding is appended, and what is
 * padding in several examples is cut off.
 */
public record PaddingReach() implements Experiment<PaddingEvidence> {

    @Override
    public String id() {
        return "padding-reach";
    }

    @Override
    public Class<PaddingEvidence> evidenceType() {
        return PaddingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        long inputs = model.declarations().of(DeclaredPadding.class).size();
        long most = inputs * model.trainingData().examples(0).inputs().size();
        return new Price(most * PaddingTrials.FORWARDS, 0, 0, 1);
    }

    @Override
    public PaddingEvidence perform(Bench bench) {
        List<DeclaredPadding> declared = declared(bench.subject());
        Awakening.of(bench.predictor());
        List<Padded> inputs = new ArrayList<>();
        for (DeclaredPadding padding : declared) {
            for (String name : names(bench.batch(0), padding)) {
                inputs.add(PaddedExamples.of(bench, padding.of(name)).padded(bench));
            }
        }
        return new PaddingEvidence(inputs);
    }

    private static List<String> names(Batch batch, DeclaredPadding padding) {
        return PaddedInput.of(batch, padding).stream().map(PaddedInput::name).toList();
    }

    static List<DeclaredPadding> declared(ModelUnderTest model) {
        List<DeclaredPadding> declared = model.declarations().of(DeclaredPadding.class);
        if (declared.isEmpty()) {
            throw new NotAvailableException("no padding is declared; write .padded() if an input"
                    + " has a mask, or .paddedWith(0) if a value tells its padding");
        }
        return declared;
    }
}
