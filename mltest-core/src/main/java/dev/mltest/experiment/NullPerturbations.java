package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.Snapshot;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks at a model again after moving real inputs, and all weights if there are any, by up to one
 * unit in the last place: what differs then is round-off. Several times, since one such move may
 * happen to change next to nothing.
 */
final class NullPerturbations {

    static final int DRAWS = 4;

    private NullPerturbations() {}

    /**
     * What was seen each time. The model is put back.
     *
     * @param unit the unit, relative to a number
     */
    static <T> Stream<T> of(Bench bench, Batch batch, double unit, Function<Batch, T> look) {
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> new Perturbation(unit, bench.random("null perturbation " + draw)))
                .map(perturbation -> again(bench, batch, perturbation, look));
    }

    private static <T> T again(
            Bench bench, Batch batch, Perturbation perturbation, Function<Batch, T> look) {
        Batch moved = batch.withInputs(perturbation.of(batch.inputs()));
        if (!(bench.predictor() instanceof Differentiable model)) {
            return look.apply(moved);
        }
        try (Snapshot before = model.snapshot()) {
            move(model, perturbation);
            T seen = look.apply(moved);
            model.restore(before);
            return seen;
        }
    }

    private static void move(Differentiable model, Perturbation perturbation) {
        for (Parameter parameter : model.parameters()) {
            if (parameter.role() != Parameter.Role.STATE) {
                model.assign(parameter.path(), perturbation.of(model.value(parameter.path())));
            }
        }
    }
}
