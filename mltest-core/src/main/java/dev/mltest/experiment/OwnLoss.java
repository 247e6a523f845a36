package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Tensor;

/** A model's own loss of outputs that are made up, in place of one of the outputs it gave. */
final class OwnLoss {

    private final Differentiable model;
    private final Batch batch;
    private final NamedTensors outputs;

    OwnLoss(Differentiable model, Batch batch, NamedTensors outputs) {
        this.model = model;
        this.batch = batch;
        this.outputs = outputs;
    }

    /** With these elements in place of the first output's; NaN if they do not fit. */
    double of(ArrayTensor elements) {
        return with(outputs.names().get(0), elements);
    }

    /** With these elements in place of this output's; NaN if they do not fit. */
    double with(String name, ArrayTensor elements) {
        Tensor like = outputs.get(name);
        if (like.shape().elements() != elements.length()) {
            return Double.NaN;
        }
        ArrayTensor typed = elements.as(like.elementType()).reshaped(like.shape());
        return of(outputs.with(name, typed));
    }

    /** Of these outputs; NaN if the framework cannot say. */
    double of(NamedTensors given) {
        try {
            return model.scoped(() -> model.lossOf(given, batch));
        } catch (NotAvailableException | ConfigurationException unavailable) {
            return Double.NaN;
        }
    }
}
