package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.NoiseEvidence;
import dev.mltest.evidence.NoiseEvidence.OutputNoise;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.TrainingNoiseSeen;

import java.util.Comparator;
import java.util.Set;

/** Where noise in training is declared, outputs in training mode differ from seed to seed. */
public final class TrainingDrawsItsNoise implements Check {

    @Override
    public String id() {
        return "training-draws-its-noise";
    }

    @Override
    public String claim() {
        return "should draw the noise that was declared when it is trained";
    }

    @Override
    public String because() {
        return "dropout that never acts regularises nothing, and nothing else shows that";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new TrainingNoiseSeen());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        NoiseEvidence evidence = book.of(new TrainingNoiseSeen()).get(0);
        Examination examination = Examination.ofOne(
                        "in training mode the outputs are the same under every seed")
                .under("%d passes".formatted(evidence.outputs().size()));
        evidence.outputs().stream()
                .max(Comparator.comparingDouble(TrainingDrawsItsNoise::excess))
                .ifPresent(output -> examination.measure(
                        output.name(),
                        "largest difference between two seeds",
                        Double.isNaN(output.difference())
                                ? Double.POSITIVE_INFINITY
                                : output.difference(),
                        Bound.above(
                                output.roundOff(), "64 units of round-off at the output's size")));
        return examination.outcome();
    }

    private static double excess(OutputNoise output) {
        return Double.isNaN(output.difference())
                ? Double.POSITIVE_INFINITY
                : output.difference() - output.roundOff();
    }
}
