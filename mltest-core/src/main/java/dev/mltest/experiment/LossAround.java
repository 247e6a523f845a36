package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The loss around a point: with parameters, and inputs of the batch named {@code inputs/...}, moved
 * along a direction. Dropout draws the same mask each time, since the model is seeded anew for each
 * look. The model has to be put back afterwards.
 *
 * <p>Inputs that are exactly 0 stay: they are padding, absent words or empty records, next to which
 * no data lie, and where a guard against division by zero may hold.
 */
final class LossAround {

    private static final String INPUT = "inputs/";

    private final Differentiable model;
    private final Batch batch;
    private final Mode mode;
    private final long seed;
    private final Map<String, Tensor> start = new LinkedHashMap<>();

    LossAround(Differentiable model, Batch batch, Mode mode, long seed) {
        this.model = model;
        this.batch = batch;
        this.mode = mode;
        this.seed = seed;
    }

    static String nameOfInput(String input) {
        return INPUT + input;
    }

    static boolean isInput(String name) {
        return name.startsWith(INPUT);
    }

    /** The value at the point itself. */
    Tensor start(String name) {
        return isInput(name)
                ? batch.input(name.substring(INPUT.length()))
                : start.computeIfAbsent(
                        name,
                        path -> model.value(ParameterPath.of(path)).toArray().copy());
    }

    double lossAt(NamedTensors direction, double distance) {
        return model.scoped(() -> {
            Batch moved = move(direction, distance);
            return model.evaluate(moved, mode).loss();
        });
    }

    /** Gradients of parameters and inputs. */
    Gradient gradientAt(NamedTensors direction, double distance) {
        return model.scoped(() -> {
            Gradients gradients = model.gradients(move(direction, distance), mode);
            Map<String, Tensor> slopes = new LinkedHashMap<>();
            gradients
                    .inputs()
                    .forEach((name, slope) ->
                            slopes.put(INPUT + name, Scatter.where(slope, batch.input(name))));
            gradients
                    .parameters()
                    .forEach((path, slope) -> slopes.put(path.text(), slope.toArray()));
            return new Gradient(gradients.loss(), NamedTensors.copyOf(slopes));
        });
    }

    /**
     * Loss and gradients at a point.
     *
     * @param slopes by name, inputs first
     */
    record Gradient(double loss, NamedTensors slopes) {

        /** The slope along a direction. */
        double along(NamedTensors direction) {
            return direction.names().stream()
                    .mapToDouble(name -> dot(direction.get(name), slopes.get(name)))
                    .sum();
        }

        private static double dot(Tensor some, Tensor others) {
            double[] a = some.toArray().toDoubles();
            double[] b = others.toArray().toDoubles();
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }

    /**
     * One example of the batch.
     *
     * @param outputs its rows of the outputs
     * @param loss its own loss; NaN if the framework cannot say
     */
    record Example(NamedTensors outputs, double loss) {}

    /** Each example, in the company of the others; none if outputs have no row for each. */
    List<Example> examplesAt(NamedTensors direction, double distance) {
        return model.scoped(() -> {
            Batch moved = move(direction, distance);
            NamedTensors outputs = model.evaluate(moved, mode).outputs();
            boolean hasRows = !outputs.any(
                    output -> output.shape().rank() == 0 || output.shape().size(0) != moved.size());
            return IntStream.range(0, hasRows ? moved.size() : 0)
                    .mapToObj(row -> example(outputs, moved, row))
                    .toList();
        });
    }

    private Example example(NamedTensors outputs, Batch moved, int row) {
        NamedTensors own = outputs.map((name, output) -> output.toArray().rows(row));
        return new Example(own, new OwnLoss(model, moved.rows(row), own).of(own));
    }

    /** Puts what a direction moved back where it was. */
    void putBack(NamedTensors direction) {
        move(direction, 0);
    }

    private Batch move(NamedTensors direction, double distance) {
        direction.asMap().forEach((name, step) -> {
            if (!isInput(name)) {
                model.assign(ParameterPath.of(name), start(name).plusScaled(step, distance));
            }
        });
        model.seed(seed);
        return batch.withInputs(batch.inputs()
                .map((name, input) -> direction.names().contains(INPUT + name)
                        ? input.plusScaled(direction.get(INPUT + name), distance)
                        : input));
    }
}
