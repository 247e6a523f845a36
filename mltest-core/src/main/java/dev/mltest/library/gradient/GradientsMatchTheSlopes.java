package dev.mltest.library.gradient;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SaturatedLossEvidence;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence;
import dev.mltest.evidence.TensorSlopesEvidence.Alone;
import dev.mltest.experiment.SaturatedLoss;
import dev.mltest.experiment.Slopes;
import dev.mltest.experiment.TensorSlopes;
import dev.mltest.experiment.WrongElements;
import dev.mltest.model.Numbers;

import java.util.Optional;
import java.util.Set;

/**
 * Gradients say how the loss changes: along random directions, the product of gradient and
 * direction is the slope of the loss, as far as differences of the loss can tell.
 */
public final class GradientsMatchTheSlopes implements Check {

    @Override
    public String id() {
        return "gradients-match-the-slopes";
    }

    @Override
    public String claim() {
        return "should have gradients that say how its loss changes";
    }

    @Override
    public String because() {
        return "a layer or loss whose backward pass is wrong still trains, only not to where it should";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Slopes());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SlopesEvidence evidence = book.of(new Slopes()).get(0);
        SlopeBounds bounds = new SlopeBounds(evidence);
        Optional<String> unfit = bounds.derivatives().unfit().or(() -> tooCoarse(evidence, bounds));
        if (unfit.isPresent()) {
            return new Outcome.NotApplicable(unfit.get());
        }
        return evidence.slopes().stream().allMatch(bounds::allows)
                ? together(evidence, bounds)
                : apart(book, evidence, bounds);
    }

    private static Optional<String> tooCoarse(SlopesEvidence evidence, SlopeBounds bounds) {
        if (evidence.slopes().stream().anyMatch(slope -> !Double.isFinite(slope.uncertainty()))) {
            return Optional.of("close to these parameters the loss is no number");
        }
        boolean flat = evidence.slopes().stream()
                .allMatch(slope -> slope.analytic() == 0 && slope.numeric() == 0);
        if (flat) {
            return Optional.of("neither the loss nor a gradient moves");
        }
        return bounds.isBlind()
                ? Optional.of("differences of a loss in %s are too coarse here: %s"
                        .formatted(evidence.at().elementType(), bounds.sight()))
                : Optional.empty();
    }

    private static Outcome together(SlopesEvidence evidence, SlopeBounds bounds) {
        Examination examination = bounds.derivatives()
                .under(Examination.of("directions", "differ from the gradient"));
        for (Slope slope : evidence.slopes()) {
            examination.measure(
                    "gradients",
                    "distance from the slope of the loss",
                    slope.error(),
                    bounds.of(slope));
        }
        return examination.note(bounds.sight()).outcome();
    }

    private static Verdict apart(EvidenceBook book, SlopesEvidence evidence, SlopeBounds bounds) {
        TensorSlopes each = new TensorSlopes();
        SaturatedLoss saturated = new SaturatedLoss();
        if (!book.has(each) || !book.has(saturated)) {
            return Verdict.Undecided.ask("a gradient is wrong somewhere", saturated, each);
        }
        if (!book.answers(each)) {
            return together(evidence, bounds);
        }
        WrongSlopes slopes = new WrongSlopes(book.of(each).get(0).tensors(), bounds);
        Optional<String> excuse = excuse(book, slopes);
        return excuse.isPresent()
                ? new Outcome.NotApplicable(excuse.get())
                : located(book, slopes, bounds);
    }

    /** Why the difference is not a wrong backward pass. */
    private static Optional<String> excuse(EvidenceBook book, WrongSlopes slopes) {
        if (slopes.wrong().isEmpty() || slopes.hasCut()) {
            return Optional.of(nowhere(slopes));
        }
        return SurrogateSigns.of(slopes.wrong()).or(() -> clipped(book));
    }

    private static String nowhere(WrongSlopes slopes) {
        return !slopes.hasCut()
                ? "moved together, the parameters change the loss by another slope than the gradients say,"
                        + " but moved one by one they do not: the loss bends close by"
                : "no gradient arrives at " + slopes.cut()
                        + ", see gradients-reach-every-parameter";
    }

    private static Optional<String> clipped(EvidenceBook book) {
        SaturatedLoss saturated = new SaturatedLoss();
        return book.answers(saturated)
                ? book.of(saturated).stream()
                        .filter(seen -> !seen.losses().isEmpty())
                        .map(GradientsMatchTheSlopes::clipped)
                        .findFirst()
                : Optional.empty();
    }

    private static String clipped(SaturatedLossEvidence saturated) {
        return "the loss of %d of %d examples stays at %s while their outputs move: clipped there, it has no slope that gradients could match"
                .formatted(
                        saturated.losses().size(),
                        saturated.examples(),
                        Numbers.text(saturated.losses().get(0)));
    }

    private static Verdict located(EvidenceBook book, WrongSlopes slopes, SlopeBounds bounds) {
        Alone culprit = slopes.culprit();
        WrongElements elements = new WrongElements(culprit.tensor().name());
        if (!book.has(elements)) {
            return Verdict.Undecided.ask("the gradient of one tensor is wrong", elements);
        }
        Examination examination = bounds.derivatives().under(Examination.ofOne(slopes.count()));
        slopes.report(culprit, examination);
        if (book.answers(elements)) {
            examination.clue(
                    WrongSlopes.where(culprit.tensor(), book.of(elements).get(0)));
        }
        return examination.outcome();
    }
}
