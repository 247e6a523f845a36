package dev.mltest.library.numerics;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LossDigitsEvidence;
import dev.mltest.evidence.LossDigitsEvidence.Case;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LossDigits;
import dev.mltest.model.Numbers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The loss of made-up outputs, far and near, agrees with its formula or with a twin in double
 * precision: up to half the digits of its type, or 64 times what one unit in the last place of the
 * outputs does. A probability may be clipped where it has fewer than half the digits beside 1.
 */
public final class TheLossKeepsItsDigits implements Check {

    private static final double FACTOR = 64;
    private static final double MOST = 0.1;

    @Override
    public String id() {
        return "the-loss-keeps-its-digits";
    }

    @Override
    public String claim() {
        return "should compute its loss to the digits of its type over extreme outputs";
    }

    @Override
    public String because() {
        return "a loss that overflows or goes flat where a model is most wrong ends its training";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LossDigits());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LossDigitsEvidence evidence = book.of(new LossDigits()).get(0);
        List<Case> cases = evidence.cases().stream()
                .filter(one -> Math.abs(one.exact()) <= evidence.largest())
                .toList();
        if (cases.isEmpty() && !evidence.cases().isEmpty()) {
            return new Outcome.NotApplicable(
                    "no exact loss is within the range of %s".formatted(evidence.elementType()));
        }
        Examination examination = Examination.of("patterns of outputs", "lost digits of the loss")
                .under("%s beside %s".formatted(evidence.elementType(), evidence.reference()));
        cases.forEach(one -> examine(examination, evidence, one));
        examineFalls(examination, evidence, cases);
        explain(examination, cases);
        saturation(examination, evidence, cases);
        return examination.outcome();
    }

    private static void examine(Examination examination, LossDigitsEvidence evidence, Case one) {
        if (!Double.isFinite(one.loss())) {
            examination.measure(
                    place(one), "loss", one.loss(), Bound.finite("the exact loss is a number"));
            return;
        }
        double effect = FACTOR * one.effect() / size(evidence, one);
        if (!(effect <= MOST)) {
            examination.note("%s: one unit in the last place changes the loss by %s"
                    .formatted(outputs(one), Numbers.text(one.effect())));
            return;
        }
        examination.measure(
                place(one),
                "relative error of the loss",
                error(evidence, one),
                bound(evidence, effect));
    }

    /** Of each direction the case that fails first. */
    private static void explain(Examination examination, List<Case> cases) {
        Set<String> failing = examination.violations().stream()
                .map(Measurement::locus)
                .collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        cases.stream()
                .filter(one -> failing.contains(place(one)) && told.add(one.direction()))
                .forEach(one -> examination.clue("%s: the loss is %s, exactly it is %s"
                        .formatted(
                                outputs(one),
                                Numbers.text(one.loss()),
                                Numbers.text(one.exact()))));
    }

    private static Bound bound(LossDigitsEvidence evidence, double effect) {
        return Bound.atMost(
                Math.max(Math.sqrt(evidence.epsilon()), effect),
                "half the digits of the type, or 64 times the measured effect of one unit in the"
                        + " last place");
    }

    /** A loss that clips is anywhere between what clipping leaves of it and its exact value. */
    private static double error(LossDigitsEvidence evidence, Case one) {
        double above = one.loss() - Math.max(one.exact(), one.floor());
        double below = Math.min(one.exact(), one.floor()) - one.loss();
        return Math.max(0, Math.max(above, below)) / size(evidence, one);
    }

    private static double size(LossDigitsEvidence evidence, Case one) {
        return Math.max(Math.abs(one.exact()), evidence.unit());
    }

    /** What is further from the targets costs no less, clipped or not. */
    private static void examineFalls(
            Examination examination, LossDigitsEvidence evidence, List<Case> cases) {
        Case before = null;
        for (Case one : cases) {
            if (one.direction().startsWith("away") && Double.isFinite(one.loss())) {
                if (before != null) {
                    examination.measure(
                            place(one),
                            "fall of the loss since outputs %s, of its size"
                                    .formatted(Numbers.text(before.level())),
                            (before.loss() - one.loss()) / size(evidence, before),
                            bound(evidence, 0));
                }
                before = one;
            }
        }
    }

    /** Where a loss is flat although it should rise, which is no fault by itself. */
    private static void saturation(
            Examination examination, LossDigitsEvidence evidence, List<Case> cases) {
        cases.stream()
                .filter(one -> one.direction().startsWith("away") && Double.isFinite(one.loss()))
                .filter(one -> one.loss() < one.exact() - size(evidence, one) / 100)
                .findFirst()
                .ifPresent(one ->
                        examination.note("%s the loss is %s, and not %s: it clips probabilities"
                                .formatted(
                                        outputs(one),
                                        Numbers.text(one.loss()),
                                        Numbers.text(one.exact()))));
    }

    private static String place(Case one) {
        return "loss (%s)".formatted(outputs(one));
    }

    private static String outputs(Case one) {
        return "outputs %s %s".formatted(Numbers.text(one.level()), one.direction());
    }
}
