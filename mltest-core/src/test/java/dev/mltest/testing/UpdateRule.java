package dev.mltest.testing;

import dev.mltest.model.Parameter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/** Adam, or with a first-moment rate only, momentum; or plain gradient descent. */
public final class UpdateRule {

    private final double rate;
    private final boolean adam;
    private final double decay;
    private final double firstMemory;
    private final double secondMemory;
    private final Set<String> forgotten = new HashSet<>();
    private boolean sparesFrozen = true;
    private Predicate<String> decayed = path -> true;
    private Consumer<List<double[]>> clipping = gradients -> {};
    private double penalty;
    private double[] state = {};
    private int count;
    private IntToDoubleFunction schedule = step -> 1;

    private UpdateRule(
            double rate, boolean adam, double decay, double firstMemory, double secondMemory) {
        this.rate = rate;
        this.adam = adam;
        this.decay = decay;
        this.firstMemory = firstMemory;
        this.secondMemory = secondMemory;
    }

    /** Gradient descent; a negative rate climbs. */
    public static UpdateRule descent(double rate) {
        return new UpdateRule(rate, false, 0, 0, 0);
    }

    /** Momentum of updates that keep the rate of their time. */
    public static UpdateRule momentum(double rate, double memory) {
        return new UpdateRule(rate, false, 0, memory, 0);
    }

    /** Gradient descent with decoupled weight decay. */
    public static UpdateRule decaying(double rate, double decay) {
        return new UpdateRule(rate, false, decay, 0, 0);
    }

    /** Adam (Kingma and Ba 2015) with the usual moment rates. */
    public static UpdateRule adam(double rate) {
        return adam(rate, 0.9, 0.999);
    }

    /** Adam with these memories of the gradient and of its square. */
    public static UpdateRule adam(double rate, double firstMemory, double secondMemory) {
        return new UpdateRule(rate, true, 0, firstMemory, secondMemory);
    }

    /** Faulty: does not know the parameter of this path. */
    public UpdateRule forgetting(String path) {
        forgotten.add(path);
        return this;
    }

    /** Decays these parameters only. */
    public UpdateRule decayingOnly(Predicate<String> paths) {
        decayed = paths;
        return this;
    }

    /** With an L2 penalty, added to the gradient before all else. */
    public UpdateRule penalised(double given) {
        penalty = given;
        return this;
    }

    /** With its rate multiplied by this factor of the step, of which 0 is the first. */
    public UpdateRule scheduled(IntToDoubleFunction factorOfStep) {
        schedule = factorOfStep;
        return this;
    }

    /** Faulty: acts on frozen parameters, too. */
    public UpdateRule reachingFrozen() {
        sparesFrozen = false;
        return this;
    }

    /** Cuts the whole gradient down to this norm before all else. */
    public UpdateRule clipped(double norm) {
        clipping = gradients -> cut(gradients, norm);
        return this;
    }

    /** Cuts the gradient of each parameter by itself down to this norm before all else. */
    public UpdateRule clippedOneByOne(double norm) {
        clipping = gradients -> gradients.forEach(each -> cut(List.of(each), norm));
        return this;
    }

    /** Cuts each element of the gradient off at this value before all else. */
    public UpdateRule clippedByValue(double limit) {
        clipping = gradients -> gradients.forEach(each ->
                Arrays.setAll(each, i -> Math.max(-limit, Math.min(limit, each[i]))));
        return this;
    }

    private static void cut(List<double[]> gradients, double norm) {
        double size = Math.sqrt(gradients.stream()
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum());
        if (size > norm) {
            gradients.forEach(each -> Arrays.setAll(each, i -> each[i] * norm / size));
        }
    }

    void clip(List<double[]> gradients) {
        clipping.accept(gradients);
    }

    boolean moves(Parameter parameter) {
        boolean reached = parameter.isTrainable()
                || (parameter.role() == Parameter.Role.FROZEN && !sparesFrozen);
        return reached && !forgotten.contains(parameter.path().text());
    }

    void startStep(int elements) {
        count++;
        if (state.length != 2 * elements) {
            state = new double[2 * elements];
        }
    }

    double update(Parameter parameter, int at, double value, double data) {
        double here = decayed.test(parameter.path().text()) ? 1 : 0;
        double gradient = data + here * penalty * value;
        if (!adam) {
            state[at] = firstMemory * state[at] + rate() * gradient;
            return value - state[at] - here * decay * value;
        }
        int second = state.length / 2 + at;
        state[at] = firstMemory * state[at] + (1 - firstMemory) * gradient;
        state[second] = secondMemory * state[second] + (1 - secondMemory) * gradient * gradient;
        double mean = state[at] / (1 - Math.pow(firstMemory, count));
        double square = state[second] / (1 - Math.pow(secondMemory, count));
        return value - rate() * mean / (Math.sqrt(square) + 1e-8);
    }

    private double rate() {
        return rate * schedule.applyAsDouble(count - 1);
    }

    double[] stateCopy() {
        double[] copy = Arrays.copyOf(state, state.length + 1);
        copy[state.length] = count;
        return copy;
    }

    void restore(double[] copy) {
        state = Arrays.copyOf(copy, copy.length - 1);
        count = (int) copy[copy.length - 1];
    }
}
