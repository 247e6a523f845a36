package dev.mltest.experiment;

import dev.mltest.evidence.PrecisionEvidence.LayerError;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;

import java.util.ArrayList;
import java.util.List;

/** The error of each layer, and what perturbations of the twin do to it, for one batch. */
final class LayerErrors {

    private final String inputs;
    private final Batch batch;
    private final ElementType type;
    private final List<String> names;
    private final List<LayerDistance> exact;
    private final double[] errors;
    private final double[] amplifications;

    LayerErrors(String inputs, Batch batch, Differentiable model, Differentiable twin) {
        this.inputs = inputs;
        this.batch = batch;
        List<Activation> layers = heldBy(twin, batch);
        this.names = layers.stream().map(Activation::layer).toList();
        this.type = Strain.coarsest(model);
        this.exact =
                layers.stream().map(layer -> new LayerDistance(layer, type)).toList();
        this.errors = distances(heldBy(model, batch));
        this.amplifications = new double[names.size()];
    }

    /** Looks at the twin, its parameters being perturbed, with perturbed inputs. */
    void perturb(Differentiable twin, Perturbation perturbation) {
        double[] moved = distances(heldBy(twin, batch.withInputs(perturbation.of(batch.inputs()))));
        for (int i = 0; i < amplifications.length; i++) {
            amplifications[i] = Math.max(amplifications[i], moved[i]);
        }
    }

    /** As far as layers can be compared: what lies behind one that overflows only follows it. */
    List<LayerError> found() {
        List<LayerError> found = new ArrayList<>();
        double most = largestInput();
        for (int i = 0; i < errors.length; i++) {
            LayerDistance layer = exact.get(i);
            if (!layer.isDefined() || Double.isNaN(errors[i])) {
                break;
            }
            double carried = type.epsilon() * most / layer.size();
            found.add(new LayerError(names.get(i), inputs, errors[i], amplifications[i], carried));
            most = Math.max(most, layer.most());
        }
        return found;
    }

    private double largestInput() {
        return batch.inputs().asMap().values().stream()
                .filter(input -> input.elementType().isFloating())
                .mapToDouble(input -> input.summary().maxAbs())
                .max()
                .orElse(0);
    }

    /** NaN for each if these are other layers. */
    private double[] distances(List<Activation> layers) {
        double[] distances = new double[names.size()];
        boolean same = layers.stream().map(Activation::layer).toList().equals(names);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = same ? exact.get(i).of(layers.get(i).value().toArray()) : Double.NaN;
        }
        return distances;
    }

    private static List<Activation> heldBy(Differentiable model, Batch batch) {
        return model.scoped(() -> model.activations(batch, Mode.INFERENCE).stream()
                .filter(layer -> layer.value().elementType().isFloating())
                .map(layer -> new Activation(layer.layer(), layer.value().toArray()))
                .toList());
    }
}
