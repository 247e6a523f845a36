package dev.mltest.experiment.treatment;

import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.Batch;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Each update of the model's own optimiser is multiplied by a factor after the step. It stands for
 * another learning rate, which no framework lets one reach from outside; -1 turns the update round.
 *
 * @param factor what each update is multiplied by
 */
public record ScaledUpdate(double factor) implements Treatment {

    @Override
    public String id() {
        return "update-times-" + factor;
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        return Treated.of(batch, "optimizer", "each update is multiplied by " + factor);
    }

    @Override
    public void step(Trainable model, Batch batch, double rest) {
        Map<ParameterPath, Tensor> before = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            if (parameter.isTrainable()) {
                ParameterPath path = parameter.path();
                before.put(path, model.value(path).copy());
            }
        }
        model.step(batch);
        before.forEach((path, from) -> {
            Tensor update = model.value(path).copy().plusScaled(from, -1);
            model.assign(path, from.plusScaled(update, factor));
        });
    }
}
