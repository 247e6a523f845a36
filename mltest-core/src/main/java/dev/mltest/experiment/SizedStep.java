package dev.mltest.experiment;

import dev.mltest.evidence.ClippingEvidence.Part;
import dev.mltest.evidence.ClippingEvidence.Step;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorSummary;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one step from the state in which the model is now, and sizes gradient and update.
 *
 * @param model put back after each step
 * @param byNorm whether the size is the Euclidean norm; otherwise the largest absolute element
 * @param seed of gradient and step alike, so that both draw the same noise
 */
record SizedStep(Trainable model, boolean byNorm, long seed) {

    private static final double SAME_LOSS = 1e-3;

    /**
     * A step on a batch; none if its gradient is no finite number, or not that of the step: another
     * loss shows that the step drew other noise.
     *
     * @param name what was done to batch or model
     * @param prepared gives the batch, and may change the model
     */
    Optional<Step> on(String name, Supplier<Batch> prepared) {
        return restoring(() -> measured(name, prepared.get()));
    }

    private Optional<Step> restoring(Supplier<Optional<Step>> question) {
        return model.scoped(() -> {
            try (Snapshot before = model.snapshot()) {
                try {
                    return question.get();
                } finally {
                    model.restore(before);
                }
            }
        });
    }

    private Optional<Step> measured(String name, Batch batch) {
        model.seed(seed);
        Gradients given = model.gradients(batch, Mode.TRAINING);
        Map<Parameter, TensorSummary> gradients = summaries(given);
        if (gradients.values().stream().anyMatch(summary -> summary.nonFinite() > 0)) {
            return Optional.empty();
        }
        Map<Parameter, Tensor> before = new LinkedHashMap<>();
        gradients
                .keySet()
                .forEach(each -> before.put(each, model.value(each.path()).copy()));
        model.seed(seed);
        double loss = model.step(batch);
        if (!(Math.abs(loss - given.loss()) <= SAME_LOSS * Math.abs(given.loss()))) {
            return Optional.empty();
        }
        List<Part> parts = gradients.entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue(), before))
                .toList();
        return Optional.of(new Step(name, parts));
    }

    private Map<Parameter, TensorSummary> summaries(Gradients gradients) {
        Map<Parameter, TensorSummary> summaries = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .forEach(each -> summaries.put(each, gradients.of(each.path()).summary()));
        return summaries;
    }

    private Part part(
            Parameter parameter, TensorSummary gradient, Map<Parameter, Tensor> allBefore) {
        Tensor before = Objects.requireNonNull(allBefore.get(parameter));
        Tensor after = model.value(parameter.path());
        TensorSummary update = after.plusScaled(before, -1).summary();
        double roundOff = parameter.elementType().epsilon()
                * Math.max(size(before.summary()), size(after.summary()));
        return new Part(parameter.path(), size(gradient), size(update), roundOff);
    }

    private double size(TensorSummary summary) {
        return byNorm ? summary.norm() : summary.maxAbs();
    }
}
