package dev.mltest.experiment;

import dev.mltest.evidence.ModesEvidence.State;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lets running statistics settle on one batch: training steps whose weights are taken back, so that
 * nothing else moves. Two steps in a row show where a moving average will end, however slow it is;
 * see {@link MovingAverage}.
 */
final class Settling {

    private static final int ROUNDS = 8;
    private static final double SETTLED = 1e-5;

    /** One step to see where they go, and two in each round. */
    static final Price PRICE = Price.steps(1 + 2 * ROUNDS);

    private final Trainable model;
    private final Batch batch;
    private final long seed;
    private final Map<ParameterPath, Tensor> weights = new LinkedHashMap<>();
    private final List<ParameterPath> states = new ArrayList<>();

    private Settling(Trainable model, Batch batch, long seed) {
        this.model = model;
        this.batch = batch;
        this.seed = seed;
        for (Parameter parameter : model.parameters()) {
            if (parameter.role() == Parameter.Role.STATE) {
                states.add(parameter.path());
            } else {
                weights.put(parameter.path(), model.value(parameter.path()).copy());
            }
        }
    }

    /** Settles them and tells how they moved. */
    static List<State> of(Trainable model, Batch batch, long seed) {
        return new Settling(model, batch, seed).settle();
    }

    private List<State> settle() {
        List<ArrayTensor> start = values();
        List<ArrayTensor> first = afterStep();
        List<ArrayTensor> settled = start;
        List<ArrayTensor> further = first;
        for (int round = 0; round < ROUNDS && !isSettled(settled, further); round++) {
            settled = MovingAverage.limits(settled, further, afterStep());
            assign(settled);
            further = afterStep();
        }
        assign(settled);
        return states(start, first, settled, further);
    }

    private List<State> states(
            List<ArrayTensor> start,
            List<ArrayTensor> first,
            List<ArrayTensor> settled,
            List<ArrayTensor> further) {
        return IntStream.range(0, states.size())
                .mapToObj(i -> new State(
                        states.get(i),
                        first.get(i).differenceFrom(start.get(i)).maxAbs(),
                        change(settled.get(i), further.get(i))))
                .toList();
    }

    private static boolean isSettled(List<ArrayTensor> from, List<ArrayTensor> to) {
        return IntStream.range(0, from.size())
                .allMatch(i -> change(from.get(i), to.get(i)) <= SETTLED);
    }

    private static double change(ArrayTensor from, ArrayTensor to) {
        return to.differenceFrom(from).norm() / Math.max(1e-300, from.summary().norm());
    }

    private List<ArrayTensor> values() {
        return states.stream().map(path -> model.value(path).toArray()).toList();
    }

    private void assign(List<ArrayTensor> values) {
        for (int i = 0; i < values.size(); i++) {
            model.assign(states.get(i), values.get(i));
        }
    }

    private List<ArrayTensor> afterStep() {
        model.seed(seed);
        model.step(batch);
        weights.forEach(model::assign);
        return values();
    }
}
