package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;
import dev.mltest.model.Tensor;

/** Losses of outputs that owe nothing to the input, evaluated with the model's own loss. */
final class ReferenceLosses {

    /**
     * Size of outputs that a standard initialisation stays within: He's keeps their variance near 2
     * for inputs of variance 1, and four times that is allowed.
     */
    static final double WIDE = Math.sqrt(8);

    private final Differentiable model;
    private final Task task;
    private final Batch batch;
    private final NamedTensors outputs;

    ReferenceLosses(Differentiable model, Task task, Batch batch, NamedTensors outputs) {
        this.model = model;
        this.task = task;
        this.batch = batch;
        this.outputs = outputs;
    }

    /** Loss of outputs that favour nothing. */
    double neutral() {
        if (task instanceof Task.Classification k && k.form() == OutputForm.PROBABILITIES) {
            return ofConstant(1.0 / k.classes());
        }
        boolean halves =
                task instanceof Task.MultiLabel labels && labels.form() == OutputForm.PROBABILITIES;
        return ofConstant(halves ? 0.5 : 0);
    }

    /** Largest loss of constant outputs as large as a standard initialisation makes them. */
    double high() {
        if (task instanceof Task.MultiLabel labels && labels.form() == OutputForm.PROBABILITIES) {
            double likely = 1 / (1 + Math.exp(-WIDE));
            return Math.max(ofConstant(likely), ofConstant(1 - likely));
        }
        return Math.max(ofConstant(WIDE), ofConstant(-WIDE));
    }

    /** Loss of the best outputs that do not depend on the input; NaN if unknown. */
    double bestConstant() {
        if (task instanceof Task.Classification k) {
            return classLoss(ClassLabels.shares(batch.target(), k.classes()));
        }
        if (task instanceof Task.LanguageModel language) {
            return classLoss(
                    ClassLabels.shares(ClassLabels.flat(batch.target()), language.vocabulary()));
        }
        if (task instanceof Task.MultiLabel labels) {
            return of(columnwise(labels.form()));
        }
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        return real ? of(columnMeans(batch.target())) : Double.NaN;
    }

    private double classLoss(double[] shares) {
        double neutral = neutral();
        double unit = Double.isNaN(neutral) ? 1 : neutral / Math.log(shares.length);
        return unit * ClassLabels.entropy(shares);
    }

    private ArrayTensor columnwise(OutputForm form) {
        return columnMeans(batch.target()).map(share -> {
            double safe = Math.min(Math.max(share, 1e-6), 1 - 1e-6);
            return form == OutputForm.LOGITS ? Math.log(safe / (1 - safe)) : safe;
        });
    }

    private static ArrayTensor columnMeans(ArrayTensor target) {
        int width = target.rowLength();
        int rows = width == 0 ? 0 : target.length() / width;
        double[] means = new double[target.length()];
        for (int column = 0; column < width; column++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += target.get(row * width + column);
            }
            for (int row = 0; row < rows; row++) {
                means[row * width + column] = sum / rows;
            }
        }
        return ArrayTensor.ofDoubles(target.shape(), means);
    }

    private double ofConstant(double value) {
        Tensor like = outputs.first();
        return of(ArrayTensor.filled(ElementType.FLOAT64, like.shape(), value));
    }

    private double of(ArrayTensor output) {
        Tensor like = outputs.first();
        Shape shape = like.shape();
        if (outputs.size() != 1 || shape.elements() != output.length()) {
            return Double.NaN;
        }
        ArrayTensor typed = output.as(like.elementType()).reshaped(shape);
        try {
            return model.lossOf(NamedTensors.of(outputs.names().get(0), typed), batch);
        } catch (NotAvailableException unavailable) {
            return Double.NaN;
        }
    }
}
