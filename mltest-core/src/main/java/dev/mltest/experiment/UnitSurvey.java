package dev.mltest.experiment;

import dev.mltest.evidence.LayersEvidence.Units;
import dev.mltest.model.Activation;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.Shape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the single units of each layer. How many units there are, and on which axis, is told by
 * the parameters of the last layer that had any: a bias has one element for each unit. A layer
 * whose shape does not show them is left out.
 */
final class UnitSurvey {

    private final Differentiable model;
    private final Map<String, UnitTally> tallies = new LinkedHashMap<>();
    private final Set<String> weighing = new LinkedHashSet<>();

    UnitSurvey(Differentiable model) {
        this.model = model;
    }

    /** Takes in one forward pass. */
    void see(List<Activation> layers, boolean trained) {
        Set<Long> widths = Set.of();
        for (Activation layer : layers) {
            List<Shape> own = parametersOf(layer);
            widths = own.isEmpty() ? widths : widths(own);
            if (own.stream().anyMatch(shape -> shape.rank() >= 2)) {
                weighing.add(layer.layer());
            }
            int axis = axis(layer.value().shape(), widths);
            if (axis > 0) {
                int units = (int) layer.value().shape().size(axis);
                UnitTally tally = tallies.computeIfAbsent(
                        layer.layer(), unseen -> new UnitTally(axis, units));
                if (tally.units() == units) {
                    tally.add(layer.value().toArray(), trained);
                }
            }
        }
    }

    private List<Shape> parametersOf(Activation layer) {
        String name = layer.layer().replaceAll("#\\d+$", "");
        return model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .filter(parameter -> parameter.path().layer().equals(name))
                .map(Parameter::shape)
                .toList();
    }

    private static Set<Long> widths(List<Shape> parameters) {
        boolean hasVector = parameters.stream().anyMatch(shape -> shape.rank() == 1);
        Set<Long> widths = new LinkedHashSet<>();
        for (Shape shape : parameters) {
            for (int i = 0; i < shape.rank() && !(hasVector && shape.rank() > 1); i++) {
                widths.add(shape.size(i));
            }
        }
        return widths;
    }

    /** Channels come right behind the examples, features last; 0 if it is not clear which. */
    private static int axis(Shape shape, Set<Long> widths) {
        int last = shape.rank() - 1;
        if (last < 1) {
            return 0;
        }
        boolean second = widths.contains(shape.size(1));
        boolean end = widths.contains(shape.size(last));
        if (last == 2 && second && end) {
            return 0;
        }
        return second ? 1 : end ? last : 0;
    }

    /** One entry for each layer whose units answer each by itself, in the order of the pass. */
    List<Units> found() {
        List<Units> found = new ArrayList<>();
        BitSet before = new BitSet();
        int width = 0;
        for (Map.Entry<String, UnitTally> layer : tallies.entrySet()) {
            UnitTally tally = layer.getValue();
            boolean passesOn = tally.units() == width && !weighing.contains(layer.getKey());
            BitSet stuck = tally.stuck();
            BitSet here = (BitSet) stuck.clone();
            if (passesOn) {
                here.andNot(before);
            }
            if (!tally.isNoUnits()) {
                found.add(new Units(
                        layer.getKey(),
                        tally.units(),
                        tally.units() - (passesOn ? before.cardinality() : 0),
                        here.cardinality(),
                        tally.atLeast(here),
                        tally.least()));
            }
            before = stuck;
            width = tally.units();
        }
        return found;
    }
}
