package dev.mltest.experiment;

import dev.mltest.evidence.SameSeedEvidence.Pair;
import dev.mltest.evidence.SameSeedEvidence.SeededParameter;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares every two weights that look drawn and have one shape, under one seed and under another.
 *
 * @param here all values under the seed
 * @param elsewhere all values under the other
 */
record Twins(Map<ParameterPath, Tensor> here, Map<ParameterPath, Tensor> elsewhere) {

    List<Pair> among(List<SeededParameter> parameters) {
        List<Parameter> drawn = parameters.stream()
                .filter(SeededParameter::looksDrawn)
                .map(SeededParameter::parameter)
                .filter(Parameter::isTrainable)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int second = 1; second < drawn.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (drawn.get(first).shape().equals(drawn.get(second).shape())) {
                    pairs.add(pair(drawn.get(first), drawn.get(second).path()));
                }
            }
        }
        return pairs;
    }

    private Pair pair(Parameter first, ParameterPath second) {
        return new Pair(
                first,
                second,
                differing(here, first.path(), second),
                differing(elsewhere, first.path(), second),
                ParameterValues.differing(here, elsewhere, second));
    }

    private static long differing(
            Map<ParameterPath, Tensor> values, ParameterPath one, ParameterPath other) {
        var difference = Objects.requireNonNull(values.get(one))
                .differenceFrom(Objects.requireNonNull(values.get(other)));
        return difference.changed() + difference.nonFinite();
    }
}
