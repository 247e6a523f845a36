package dev.mltest.library.relations;

import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.evidence.RelationTraceEvidence.Layer;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first layer that neither stays nor follows a change, up to half the digits of the type.
 *
 * @param path its path
 * @param fact what was measured
 */
record BrokenLayer(String path, String fact) {

    static Optional<BrokenLayer> of(RelationTraceEvidence trace) {
        double limit = Math.sqrt(trace.epsilon());
        List<Layer> layers = trace.layers();
        return trace.isRoundOff()
                ? Optional.empty()
                : IntStream.range(0, layers.size())
                        .filter(i -> layers.get(i).error() > limit)
                        .mapToObj(i -> of(layers.get(i), layers.subList(0, i)))
                        .findFirst();
    }

    private static BrokenLayer of(Layer first, List<Layer> before) {
        double[] followed = before.stream()
                .mapToDouble(Layer::error)
                .filter(error -> !Double.isNaN(error))
                .toArray();
        String jump =
                "%s is the first layer that neither stays nor follows the change, by %s of its largest element"
                        .formatted(first.path(), Numbers.text(first.error()));
        return new BrokenLayer(
                first.path(),
                followed.length == 0
                        ? jump
                        : jump
                                + "; the %d before it do, up to %s"
                                        .formatted(
                                                followed.length,
                                                Numbers.text(IntStream.range(0, followed.length)
                                                        .mapToDouble(i -> followed[i])
                                                        .max()
                                                        .orElse(0))));
    }

    static String inDouble(RelationTraceEvidence trace) {
        return "in double precision the error is %s, of which round-off explains %s"
                .formatted(Numbers.text(trace.error()), Numbers.text(trace.tolerance()));
    }
}
