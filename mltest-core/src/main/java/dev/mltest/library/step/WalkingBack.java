package dev.mltest.library.step;

import dev.mltest.evidence.StepsEvidence.ParameterSteps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a reader should see parameters that lack a gradient: walking back from the
 * loss, the first that misses it stands first, since those before it only follow. A parameter whose
 * layer is reached otherwise comes later: its inputs are silent, so that the cause is upstream.
 */
public final class WalkingBack {

    private WalkingBack() {}

    /** These parameters, given in forward order, sorted. */
    public static List<ParameterSteps> from(List<ParameterSteps> parameters) {
        List<ParameterSteps> backwards = new ArrayList<>(parameters);
        Collections.reverse(backwards);
        backwards.sort(Comparator.comparing(seen -> isReachedOtherwise(seen, parameters)));
        return List.copyOf(backwards);
    }

    private static boolean isReachedOtherwise(ParameterSteps seen, List<ParameterSteps> all) {
        return all.stream()
                .anyMatch(other -> other.path().layer().equals(seen.path().layer())
                        && other.gradientMaxAbs() > 0);
    }
}
