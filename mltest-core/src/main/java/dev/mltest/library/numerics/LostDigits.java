package dev.mltest.library.numerics;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.evidence.PrecisionEvidence;
import dev.mltest.evidence.PrecisionEvidence.LayerError;
import dev.mltest.model.Numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds where digits are lost. Round-off of a well-made layer errs about as much as one unit in the
 * last place of its data and weights does, and so do all layers up to it together; the first that
 * errs far more than that has lost digits on its own.
 */
final class LostDigits {

    /** Room for sums of many terms, whose errors add up. */
    static final double FACTOR = 64;

    private static final double MOST = 0.1;
    private static final String SOURCE =
            "half the digits of the type, or 64 times what one unit in the last place, or what was"
                    + " lost before, explains";

    private LostDigits() {}

    static Bound bound(double epsilon, double amplification) {
        return Bound.atMost(
                Math.max(Math.sqrt(epsilon), FACTOR * amplification),
                "half the digits of the type, or 64 times the measured effect of one unit in the"
                        + " last place");
    }

    /**
     * Whether a layer is to blame; the layers behind it are not examined then.
     *
     * @param isFelt whether loss or gradients are off: then a difference of nearly equal numbers is
     *     no excuse
     */
    static boolean examine(Examination examination, PrecisionEvidence evidence, boolean isFelt) {
        boolean isPlaced = false;
        for (List<LayerError> layers : byInputs(evidence).values()) {
            boolean isData = layers.get(0).inputs().isEmpty();
            isPlaced =
                    isPlaced || examine(examination, evidence.epsilon(), layers, isData && isFelt);
        }
        return isPlaced;
    }

    private static boolean examine(
            Examination examination, double epsilon, List<LayerError> layers, boolean isFelt) {
        double before = 0;
        for (int i = 0; i < layers.size(); i++) {
            LayerError layer = layers.get(i);
            double explained = explained(layer, before, isFelt);
            if (!(FACTOR * explained <= MOST) || isOverflow(layer)) {
                return false;
            }
            Bound bound = Bound.atMost(Math.max(Math.sqrt(epsilon), FACTOR * explained), SOURCE);
            examination.measure(place(layer), "relative error", layer.error(), bound);
            if (!bound.allows(layer.error())) {
                explain(examination, layers, i);
                return true;
            }
            before = Math.max(before, layer.error());
        }
        return false;
    }

    /**
     * What overflows far from the data is for the check of stress, which knows what is called for.
     */
    private static boolean isOverflow(LayerError layer) {
        return !layer.inputs().isEmpty() && Double.isInfinite(layer.error());
    }

    /** By its condition, by errors before it, or by the digits of what it is computed from. */
    private static double explained(LayerError layer, double before, boolean isFelt) {
        double explained = Math.max(before, layer.amplification());
        return isFelt ? explained : Math.max(explained, layer.carried());
    }

    private static void explain(Examination examination, List<LayerError> layers, int at) {
        examination.clue("one unit in the last place of inputs and parameters changes %s by %s"
                .formatted(place(layers.get(at)), Numbers.text(layers.get(at).amplification())));
        if (at > 0) {
            examination.clue("%s, just before it, errs by %s"
                    .formatted(
                            layers.get(at - 1).layer(),
                            Numbers.text(layers.get(at - 1).error())));
        }
        LayerError last = layers.get(layers.size() - 1);
        examination.clue("%s, the last layer, errs by %s"
                .formatted(last.layer(), Numbers.text(last.error())));
    }

    /** The first layer that errs beyond what is explained, although not beyond its bound. */
    static void noteGrowth(Examination examination, PrecisionEvidence evidence) {
        for (List<LayerError> layers : byInputs(evidence).values()) {
            double before = 0;
            for (LayerError layer : layers) {
                double explained = explained(layer, before, false);
                if (layer.error() > FACTOR * explained && !isOverflow(layer)) {
                    note(examination, layer, explained);
                    break;
                }
                before = Math.max(before, layer.error());
            }
        }
    }

    private static void note(Examination examination, LayerError layer, double explained) {
        String fact = "%s errs by %s, %s times what is explained by one unit in the last place"
                .formatted(
                        place(layer),
                        Numbers.text(layer.error()),
                        Numbers.text(layer.error() / explained));
        examination.clue(fact);
        examination.note(fact);
    }

    private static Map<String, List<LayerError>> byInputs(PrecisionEvidence evidence) {
        return evidence.layers().stream()
                .collect(Collectors.groupingBy(
                        LayerError::inputs, LinkedHashMap::new, Collectors.toList()));
    }

    private static String place(LayerError layer) {
        return layer.inputs().isEmpty()
                ? layer.layer()
                : "%s (%s)".formatted(layer.layer(), layer.inputs());
    }
}
