package dev.mltest.corpus.record;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Summarises what a step did to the parameters. */
final class ParameterReader {

    private static final double TINY = 1e-5;
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-8;

    private Map<ParameterPath, double[]> atLastLook = Map.of();

    /** Must be asked look by look, since it compares with the one before. */
    List<ParameterLook> read(
            List<Parameter> parameters, Looker.Before before, Map<ParameterPath, double[]> after) {
        List<ParameterLook> looks = parameters.stream()
                .map(parameter -> read(
                        parameter, before, Objects.requireNonNull(after.get(parameter.path()))))
                .toList();
        atLastLook = before.values();
        return looks;
    }

    private ParameterLook read(Parameter parameter, Looker.Before before, double[] after) {
        ParameterPath path = parameter.path();
        double[] value = Objects.requireNonNull(before.values().get(path));
        double[] change = IntStream.range(0, value.length)
                .mapToDouble(i -> after[i] - value[i])
                .toArray();
        Spread gradient = before.gradients().get(path);
        return new ParameterLook(
                path.text(),
                parameter.role().name().toLowerCase(Locale.ROOT),
                Arrays.stream(parameter.shape().sizes()).boxed().toList(),
                Spread.of(value),
                share(value, element -> Math.abs(element) < TINY),
                share(value, element -> element < 0),
                gradient == null ? List.of() : List.of(gradient),
                Spread.of(change),
                IntStream.range(0, value.length)
                        .filter(i -> after[i] != value[i])
                        .count(),
                Arrays.stream(after)
                        .filter(element -> !Double.isFinite(element))
                        .count(),
                isStill(value, atLastLook.get(path)));
    }

    private static double share(double[] values, DoublePredicate condition) {
        return Arrays.stream(values).filter(condition).count()
                / (double) Math.max(1, values.length);
    }

    private static boolean isStill(double[] now, double @Nullable [] then) {
        return then != null
                && IntStream.range(0, now.length)
                        .allMatch(i -> Math.abs(now[i] - then[i])
                                <= ABSOLUTE + RELATIVE * Math.abs(then[i]));
    }
}
