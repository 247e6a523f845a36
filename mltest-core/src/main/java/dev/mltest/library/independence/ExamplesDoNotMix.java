package dev.mltest.library.independence;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.evidence.MixingLayersEvidence.Layer;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Mixing;
import dev.mltest.experiment.MixingLayers;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In inference mode an example's output does not move when the other examples of its batch are
 * exchanged.
 */
public final class ExamplesDoNotMix implements Check {

    private static final double LAYER_THRESHOLD = 1e-4;

    @Override
    public String id() {
        return "examples-do-not-mix";
    }

    @Override
    public String claim() {
        return "should treat each example of a batch by itself";
    }

    @Override
    public String because() {
        return "a prediction that depends on who else is in the batch cannot be trusted in production";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Mixing());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        MixingEvidence evidence = book.of(new Mixing()).get(0);
        if (evidence.exchanged() == 0) {
            return new Outcome.NotApplicable(
                    "there are too few different examples to exchange any");
        }
        Optional<Output> noisy =
                evidence.outputs().stream().filter(Output::isNoisy).findFirst();
        if (noisy.isPresent()) {
            return new Outcome.NotApplicable(noise(noisy.get()));
        }
        boolean mixes = !examine(evidence, Optional.empty()).violations().isEmpty();
        MixingLayers layers = new MixingLayers();
        if (mixes && !book.has(layers)) {
            return Verdict.Undecided.ask("examples touch each other somewhere", layers);
        }
        Optional<Layer> first = book.answers(layers)
                ? firstMixing(book.of(layers).get(0).layers())
                : Optional.empty();
        return examine(evidence, first).outcome();
    }

    private static Examination examine(MixingEvidence evidence, Optional<Layer> layer) {
        Examination examination = (evidence.outputs().size() == 1
                        ? Examination.ofOne("the output depends on the other examples")
                        : Examination.of("outputs", "depend on the other examples"))
                .under("batch of %d".formatted(evidence.batchSize()));
        for (Output output : evidence.outputs()) {
            String place = layer.map(Layer::path).orElse(output.name());
            if (output.rows() != evidence.batchSize()) {
                examination.measure(
                        place,
                        "rows of " + output.name(),
                        output.rows(),
                        Bound.between(
                                evidence.batchSize(),
                                evidence.batchSize(),
                                "one row for each example"));
            } else {
                measureMovement(examination, place, output);
            }
        }
        layer.ifPresent(first -> examination.clue(
                "%s is the first layer in which kept examples move, by %s of its largest element"
                        .formatted(first.path(), Numbers.text(first.moved()))));
        return examination;
    }

    private static void measureMovement(Examination examination, String place, Output output) {
        examination.measure(
                place,
                "largest change of a kept example's " + output.name(),
                output.moved(),
                Bound.atMost(
                        output.roundOff() + 4 * output.noise(),
                        "256 units of round-off at the output's size; batches keep their shape"));
        if (output.example() >= 0) {
            examination.clue("example %d of the batch moves most when others are exchanged"
                    .formatted(output.example()));
        }
    }

    private static String noise(Output output) {
        return Double.isNaN(output.noise())
                ? output.name() + " holds NaN or infinities"
                : "two predictions of the same batch differ by %s already"
                        .formatted(Numbers.text(output.noise()));
    }

    /** The first layer in which kept examples move. */
    static Optional<Layer> firstMixing(List<Layer> layers) {
        return layers.stream().filter(layer -> layer.moved() > LAYER_THRESHOLD).findFirst();
    }
}
