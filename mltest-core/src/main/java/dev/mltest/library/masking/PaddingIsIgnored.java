package dev.mltest.library.masking;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PaddingEvidence;
import dev.mltest.evidence.PaddingEvidence.Padded;
import dev.mltest.evidence.PaddingEvidence.Trial;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.PaddingReach;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Neither what stands at padded positions of an input nor how many of them there are moves an
 * output at another position.
 */
public final class PaddingIsIgnored implements Check {

    @Override
    public String id() {
        return "padding-is-ignored";
    }

    @Override
    public String claim() {
        return "should say the same whatever stands in the padding of its inputs";
    }

    @Override
    public String because() {
        return "an output that depends on padding depends on what else is in the batch";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new PaddingReach());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PaddingEvidence evidence = book.of(new PaddingReach()).get(0);
        List<String> silent = evidence.inputs().stream()
                .map(PaddingIsIgnored::silence)
                .flatMap(Optional::stream)
                .toList();
        if (!silent.isEmpty() && silent.size() == evidence.inputs().size()) {
            return new Outcome.NotApplicable(String.join("; ", silent));
        }
        Examination examination = Examination.of("changes of padding", "move outputs");
        evidence.inputs()
                .forEach(input -> silence(input)
                        .ifPresentOrElse(examination::note, () -> examine(input, examination)));
        return examination.outcome();
    }

    /** Why nothing can be said of an input; empty if something can. */
    private static Optional<String> silence(Padded input) {
        if (!(input.reaction() > input.tolerance())) {
            return Optional.of("no output reacts to any position of '%s', padding or not"
                    .formatted(input.input()));
        }
        return input.trials().isEmpty()
                ? Optional.of(
                        "no example in the batches has padding in '%s', and none can be added: %s"
                                .formatted(input.input(), String.join("; ", input.refused())))
                : Optional.empty();
    }

    private static void examine(Padded input, Examination examination) {
        for (Trial trial : input.trials()) {
            examination.measure(
                    place(input, trial),
                    "%s moves %s".formatted(trial.change(), output(trial)),
                    trial.moved(),
                    Bound.atMost(
                            trial.tolerance(),
                            "round-off, measured by moving inputs and weights by one unit in the"
                                    + " last place"));
        }
        input.refused().forEach(examination::note);
        examination.clue("%s: %d padded positions in %d examples, told by %s"
                .formatted(
                        input.input(),
                        input.padding(),
                        input.examples(),
                        input.byMask()
                                ? "the mask"
                                : "the declared value, since no mask is handed over"));
        examination.clue("overwriting what is no padding moves outputs by up to "
                + Numbers.text(input.reaction()));
    }

    private static String place(Padded input, Trial trial) {
        String mask = "mask of " + input.input();
        return trial.leaking() < 0 ? mask : mask + " (position " + trial.leaking() + ")";
    }

    private static String output(Trial trial) {
        String at = trial.position() < 0 ? "" : " at position " + trial.position();
        return "%s of example %d%s by".formatted(trial.output(), trial.example(), at);
    }
}
