package dev.mltest.library.mode;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ModesEvidence;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.ModesEvidence.State;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Modes;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer that keeps running statistics gives in inference mode what it gives in training mode,
 * once they have settled on a batch. Statistics that never move, or that mix what two layers see,
 * cannot settle there.
 */
public final class StatisticsFollowTheData implements Check {

    private static final double SHARE_OF_SPREAD = 0.1;
    private static final double SETTLED = 0.02;

    @Override
    public String id() {
        return "statistics-follow-the-data";
    }

    @Override
    public String claim() {
        return "should let its running statistics follow what its layers see";
    }

    @Override
    public String because() {
        return "statistics of something else make a network that trains well predict at chance";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Modes());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ModesEvidence evidence = book.of(new Modes()).get(0);
        if (evidence.states().isEmpty()) {
            return new Outcome.NotApplicable("the model keeps no running statistics");
        }
        List<Layer> calm = evidence.layers().stream()
                .filter(layer -> !layer.isNoisy() && !statesOf(layer, evidence).isEmpty())
                .toList();
        if (calm.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no layer with running statistics can be seen, or noise covers them all");
        }
        Examination examination = Examination.of(
                        "layers", "differ between training mode and inference mode")
                .under("settled on one batch of %d".formatted(evidence.batchSize()));
        for (Layer layer : calm) {
            Optional<State> restless = restless(layer, evidence);
            if (restless.isPresent()) {
                return new Outcome.NotApplicable(doNotSettle(restless.get()));
            }
            measure(examination, layer, evidence);
            if (examination.findsViolation()) {
                break;
            }
        }
        return examination.outcome();
    }

    /** Later layers see what this one put out; they would only repeat its violation. */
    private static void measure(Examination examination, Layer layer, ModesEvidence evidence) {
        double bessel = 1.0 / Math.max(1, evidence.batchSize() - 1);
        examination.measure(
                layer.path(),
                "difference over the layer's own spread",
                layer.gap(),
                Bound.atMost(
                        SHARE_OF_SPREAD + bessel,
                        "a tenth of the spread: settled statistics leave Bessel's correction and"
                                + " round-off"));
        for (State state : statesOf(layer, evidence)) {
            examination.clue(
                    state.moved() == 0
                            ? "no training pass moves " + state.path()
                            : "a training pass moves %s by up to %s; settled, by %s of its norm"
                                    .formatted(
                                            state.path(),
                                            Numbers.text(state.moved()),
                                            Numbers.text(state.unsettled())));
        }
    }

    private static Optional<State> restless(Layer layer, ModesEvidence evidence) {
        return statesOf(layer, evidence).stream()
                .filter(state -> !(state.unsettled() <= SETTLED))
                .findFirst();
    }

    private static String doNotSettle(State state) {
        return "%s does not settle on one batch: a further pass moves it by %s of its norm"
                .formatted(state.path(), Numbers.text(state.unsettled()));
    }

    /** A layer that runs twice has one set of statistics, and a number behind its second run. */
    private static List<State> statesOf(Layer layer, ModesEvidence evidence) {
        String place = layer.path().replaceAll("#\\d+$", "") + "/";
        return evidence.states().stream()
                .filter(state -> state.path().text().startsWith(place))
                .toList();
    }
}
