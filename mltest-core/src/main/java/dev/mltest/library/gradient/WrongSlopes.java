package dev.mltest.library.gradient;

import dev.mltest.check.Examination;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.evidence.TensorSlopesEvidence.Alone;
import dev.mltest.evidence.WrongElementsEvidence;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tensors whose gradient is wrong by itself. What is wrong at one place is wrong in all that
 * lies before it, so the last in forward order is where the backward pass first goes wrong.
 *
 * @param all every tensor, inputs first, then parameters in forward order
 * @param bounds what is allowed
 */
record WrongSlopes(List<Alone> all, SlopeBounds bounds) {

    private static final int MOST_NAMED = 5;
    private static final double SAME = 1e-3;

    /** Those with a gradient: one that is exactly 0 is another check's. */
    List<Alone> wrong() {
        return all.stream()
                .filter(alone -> alone.tensor().gradient() != 0 && differs(alone))
                .toList();
    }

    /**
     * Whether the loss depends on some that no gradient arrives at. Whatever lies before the cut
     * differs as well then.
     */
    boolean hasCut() {
        return cutOff().findAny().isPresent();
    }

    /** Their names. */
    String cut() {
        return listed(cutOff());
    }

    private Stream<Alone> cutOff() {
        return all.stream().filter(alone -> alone.tensor().gradient() == 0 && differs(alone));
    }

    private boolean differs(Alone alone) {
        return !bounds.allows(worst(alone));
    }

    /** Where the backward pass first goes wrong; some tensor has to be wrong by itself. */
    Alone culprit() {
        List<Alone> wrong = wrong();
        return wrong.get(wrong.size() - 1);
    }

    String count() {
        return "%d of %d gradients differ from the slope of the loss"
                .formatted(wrong().size(), all.size());
    }

    void report(Alone culprit, Examination examination) {
        Slope slope = worst(culprit);
        examination.measure(
                culprit.tensor().name(),
                "distance from the slope of the loss",
                slope.error(),
                bounds.of(slope));
        examination.clue("along a direction of %s the backward pass says %s, the loss %s%s"
                .formatted(
                        culprit.tensor().name(),
                        Numbers.text(slope.analytic()),
                        Numbers.text(slope.numeric()),
                        factor(culprit)));
        examination.clue(
                "of those that differ it is the nearest to the loss; the others: %s; right are: %s"
                        .formatted(
                                listed(wrong().stream().filter(alone -> alone != culprit)),
                                listed(all.stream().filter(alone -> !differs(alone)))));
        examination.clue(
                "if gradients are stopped or replaced here on purpose, .surrogateGradients(%s) says so"
                        .formatted(globs()));
    }

    private String globs() {
        List<Alone> wrong = wrong();
        String named = wrong.stream()
                .limit(MOST_NAMED)
                .map(alone -> '"' + alone.tensor().name() + '"')
                .collect(Collectors.joining(", "));
        return wrong.size() == all.size()
                ? "\"**\""
                : wrong.size() > MOST_NAMED ? named + ", ..." : named;
    }

    /** The same multiple along each direction tells more than two numbers. */
    private static String factor(Alone alone) {
        List<Slope> slopes = alone.slopes();
        double factor = slopes.get(0).analytic() / slopes.get(0).numeric();
        boolean same = factor != 0
                && slopes.stream()
                        .allMatch(slope -> Math.abs(slope.analytic() - factor * slope.numeric())
                                <= SAME * Math.abs(slope.analytic()));
        return same
                ? ", %s times as much along each direction".formatted(Numbers.text(1 / factor))
                : "";
    }

    private static String listed(Stream<Alone> tensors) {
        List<String> names = tensors.map(alone -> alone.tensor().name()).toList();
        String listed = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int rest = names.size() - MOST_NAMED;
        return names.isEmpty() ? "none" : rest > 0 ? listed + " and " + rest + " more" : listed;
    }

    /** Where in the tensor, in words. */
    static String where(Moved tensor, WrongElementsEvidence elements) {
        Shape shape = tensor.shape();
        if (elements.count() == shape.elements()) {
            return "it is wrong all over " + tensor.name();
        }
        String first = Arrays.toString(shape.indexOf(elements.first()));
        String last = Arrays.toString(shape.indexOf(elements.first() + elements.count() - 1));
        return elements.count() == 1
                ? "the error is in element %s of %s".formatted(first, tensor.name())
                : "the error is in the %d elements of %s from %s to %s"
                        .formatted(elements.count(), tensor.name(), first, last);
    }

    private static Slope worst(Alone alone) {
        return alone.slopes().stream()
                .max(Comparator.comparingDouble(Slope::error))
                .orElseThrow();
    }
}
