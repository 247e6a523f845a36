package dev.mltest.experiment;

import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.OverfitEvidence.Unreached;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which examples of a batch were not learnt, and which parameters can no longer learn from them:
 * behind units that are silent for an example, its gradient is exactly zero.
 */
final class Leftovers {

    private final Differentiable model;
    private final Map<ParameterPath, Integer> unreached = new LinkedHashMap<>();

    private Leftovers(Differentiable model) {
        this.model = model;
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .forEach(parameter -> unreached.put(parameter.path(), 0));
    }

    /** Of looking at each of so many examples. */
    static Price price(int examples) {
        return Price.forwards(examples).plus(Price.gradients(examples));
    }

    /** Examples whose own loss is above this one; none, if the model takes no single example. */
    static Leftover above(double loss, Differentiable model, Batch batch) {
        try {
            return new Leftovers(model).of(loss, batch);
        } catch (ConfigurationException refused) {
            return Leftover.none();
        }
    }

    private Leftover of(double loss, Batch batch) {
        List<Batch> unlearnt = IntStream.range(0, batch.size())
                .mapToObj(row -> batch.rows(row))
                .filter(example -> !(lossOf(example) <= loss))
                .toList();
        unlearnt.forEach(example -> model.scoped(() -> count(example)));
        return new Leftover(
                unlearnt.size(),
                unreached.entrySet().stream()
                        .map(entry -> new Unreached(entry.getKey(), entry.getValue()))
                        .toList(),
                List.of());
    }

    private double lossOf(Batch example) {
        return model.scoped(() -> model.evaluate(example, Mode.INFERENCE).loss());
    }

    private boolean count(Batch example) {
        Gradients gradients = model.gradients(example, Mode.INFERENCE);
        unreached.replaceAll((path, count) -> isZero(gradients.of(path)) ? count + 1 : count);
        return true;
    }

    private static boolean isZero(Tensor gradient) {
        return gradient.toArray().summary().maxAbs() == 0;
    }
}
