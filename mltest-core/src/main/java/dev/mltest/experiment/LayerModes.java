package dev.mltest.experiment;

import dev.mltest.evidence.ModesEvidence.Erasure;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.ModesEvidence.NoisyScale;
import dev.mltest.model.Activation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Collects what one layer puts out in inference mode and, draw by draw, in training mode. */
final class LayerModes {

    private static final double ROUND_OFF = 1e-5;

    private final String path;
    private final @Nullable LayerModes before;
    private final ElementSample inference;
    private final Erasing fromInference = new Erasing();
    private final Erasing fromInput = new Erasing();
    private final List<Double> ofSignal = new ArrayList<>();
    private final List<Double> ofTotal = new ArrayList<>();
    private final List<Double> signalPassed = new ArrayList<>();
    private final List<Double> totalPassed = new ArrayList<>();
    private @Nullable ElementSample first;
    private @Nullable ElementSample latest;
    private boolean isNoisy;

    LayerModes(Activation activation, @Nullable LayerModes before) {
        this.path = activation.layer();
        this.inference = ElementSample.of(activation.value());
        this.before = before != null && before.inference.isShapedAs(inference) ? before : null;
    }

    String path() {
        return path;
    }

    boolean isAbout(Activation activation) {
        return activation.layer().equals(path)
                && activation.value().shape().equals(inference.shape());
    }

    void draw(Activation activation) {
        ElementSample drawn = ElementSample.of(activation.value());
        ElementSample earlier = first == null ? drawn : first;
        first = earlier;
        latest = drawn;
        isNoisy |= drawn.distance(earlier) > ROUND_OFF * inference.rms();
        fromInference.look(inference, inference, drawn);
        ofSignal.add(drawn.dot(inference) / inference.square());
        ofTotal.add(drawn.rms() / inference.rms());
        if (before != null && before.latest != null) {
            passOn(before.inference, before.latest, drawn);
        }
    }

    /** What the layer makes of its own input, in training mode relative to inference mode. */
    private void passOn(ElementSample calmInput, ElementSample input, ElementSample drawn) {
        fromInput.look(input, inference, drawn);
        double calmSignal = inference.dot(calmInput) / calmInput.square();
        double calmTotal = inference.rms() / calmInput.rms();
        signalPassed.add(drawn.dot(input) / input.square() / calmSignal);
        totalPassed.add(drawn.rms() / input.rms() / calmTotal);
    }

    Layer summary(boolean isBeforeWeights, boolean isAtTheEnd) {
        boolean erases = fromInput.isRandom();
        Erasing erasing = erases ? fromInput : fromInference;
        return new Layer(
                path,
                isNoisy,
                isBeforeWeights,
                isAtTheEnd,
                gap(),
                new Erasure(
                        erasing.candidates(), erasing.share(), erases, inference.medianDistance()),
                erases
                        ? new NoisyScale(signalPassed, totalPassed)
                        : new NoisyScale(ofSignal, ofTotal));
    }

    private double gap() {
        if (first == null) {
            return Double.NaN;
        }
        double distance = first.distance(inference);
        return distance == 0 ? 0 : distance / first.deviation();
    }

    boolean isShapedAs(LayerModes other) {
        return inference.isShapedAs(other.inference);
    }
}
