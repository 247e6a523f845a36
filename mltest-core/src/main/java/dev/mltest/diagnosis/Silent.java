package dev.mltest.diagnosis;

import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Nudges;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trainable parameters that receive no gradient, but for biases that are merely redundant.
 *
 * @param parameters in forward order
 */
record Silent(List<ParameterSteps> parameters) {

    static Silent of(Inquiry inquiry) {
        List<ParameterSteps> all = inquiry.ask(new FirstSteps()).parameters().stream()
                .filter(seen -> seen.parameter().isTrainable())
                .toList();
        Set<String> reachedLayers = all.stream()
                .filter(seen -> !isSilent(seen))
                .map(seen -> seen.path().layer())
                .collect(Collectors.toSet());
        return new Silent(all.stream()
                .filter(Silent::isSilent)
                .filter(seen -> !isRedundant(seen, reachedLayers))
                .toList());
    }

    private static boolean isSilent(ParameterSteps seen) {
        return seen.gradientMaxAbs() == 0 && seen.gradientNonFinite() == 0;
    }

    /** A bias that what follows cancels: other parameters of its layer do receive a gradient. */
    private static boolean isRedundant(ParameterSteps seen, Set<String> reachedLayers) {
        return seen.parameter().shape().rank() <= 1
                && reachedLayers.contains(seen.path().layer());
    }

    NudgeEvidence nudged(Inquiry inquiry) {
        return inquiry.ask(
                new Nudges(parameters.stream().map(ParameterSteps::path).toList()));
    }

    /** The one next to the loss of those whose nudges the loss feels, or does not feel. */
    Optional<Nudge> last(NudgeEvidence nudged, boolean felt) {
        return parameters.stream()
                .map(seen -> nudged.of(seen.path()))
                .filter(nudge -> nudged.isFelt(nudge) == felt)
                .reduce((one, later) -> later);
    }

    String describe(Nudge nudge) {
        return parameters.stream()
                .filter(seen -> seen.path().equals(nudge.path()))
                .map(seen -> seen.parameter().describe())
                .findFirst()
                .orElseThrow();
    }
}
