package dev.mltest.experiment;

import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all layers put out for one batch.
 *
 * @param loss the loss
 * @param outputs what the model puts out
 * @param layers their paths, in running order
 * @param values what they put out
 * @param weighing layers that have trainable parameters
 */
record LayerStand(
        double loss,
        ArrayTensor outputs,
        List<String> layers,
        List<ArrayTensor> values,
        Set<String> weighing) {

    private static final double SAME = 1e-6;

    static LayerStand of(Bench bench, Differentiable model, Batch batch) {
        return model.scoped(() -> {
            model.seed(bench.seed());
            Evaluation evaluation = model.evaluate(batch, Mode.TRAINING);
            model.seed(bench.seed());
            List<Activation> layers = model.activations(batch, Mode.TRAINING);
            Set<String> weighing = model.parameters().stream()
                    .filter(Parameter::isTrainable)
                    .map(parameter -> parameter.path().layer())
                    .collect(Collectors.toSet());
            return new LayerStand(
                    evaluation.loss(),
                    evaluation.outputs().first().toArray(),
                    layers.stream().map(Activation::layer).toList(),
                    layers.stream().map(layer -> layer.value().toArray()).toList(),
                    weighing);
        });
    }

    /** From here to where a nudge up and one down lead. */
    Trace trace(ParameterPath path, LayerStand up, LayerStand down) {
        int moved = lastMoved(up);
        int still = still(path.layer());
        boolean hasNext = moved + 1 < layers.size();
        return new Trace(
                path,
                still < 0 ? "" : layers.get(still),
                still < 0 ? Double.NaN : values.get(still).summary().rms(),
                moved < 0 ? "" : layers.get(moved),
                hasNext ? layers.get(moved + 1) : "",
                hasNext && varies(values.get(moved + 1)),
                differ(outputs, up.outputs) ? outputs.differenceFrom(up.outputs).maxAbs() : 0,
                (up.loss - down.loss) / 2,
                (up.loss + down.loss) / 2 - loss);
    }

    private int lastMoved(LayerStand up) {
        int moved = -1;
        for (int i = 0; i < Math.min(values.size(), up.values.size()); i++) {
            moved = differ(values.get(i), up.values.get(i)) ? i : moved;
        }
        return moved;
    }

    /** The first of those from its own layer up to the next with weights; -1 if there is none. */
    private int still(String own) {
        int from = layers.indexOf(own);
        for (int i = Math.max(0, from); from >= 0 && i < layers.size(); i++) {
            if (i > from && weighing.contains(layers.get(i))) {
                break;
            }
            if (values.get(i).shape().rank() >= 2 && !varies(values.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean differ(ArrayTensor one, ArrayTensor other) {
        return one.differenceFrom(other).maxAbs() > SAME * one.summary().maxAbs();
    }

    private static boolean varies(ArrayTensor value) {
        int rows = value.shape().rank() == 0 ? 1 : (int) value.shape().size(0);
        double size = SAME * value.summary().maxAbs();
        for (int row = 1; row < rows; row++) {
            if (value.rows(row).differenceFrom(value.rows(0)).maxAbs() > size) {
                return true;
            }
        }
        return false;
    }
}
