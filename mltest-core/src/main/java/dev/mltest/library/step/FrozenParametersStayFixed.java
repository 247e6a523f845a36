package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.model.Numbers;
import dev.mltest.model.Parameter;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Frozen parameters, and the running statistics of layers whose weights are all frozen, keep every
 * bit through several optimiser steps.
 */
public final class FrozenParametersStayFixed implements Check {

    private static final Bound FIXED =
            Bound.none("exact: not one bit of a frozen tensor may differ");

    @Override
    public String id() {
        return "frozen-parameters-stay-fixed";
    }

    @Override
    public String claim() {
        return "should leave frozen parameters and the statistics of frozen layers as they are";
    }

    @Override
    public String because() {
        return "a frozen backbone that drifts loses what it was pretrained for";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FirstSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        StepsEvidence evidence = book.of(new FirstSteps()).get(0);
        Set<String> frozenLayers = frozenLayers(evidence);
        List<ParameterSteps> frozen = evidence.parameters().stream()
                .filter(seen -> isFrozen(seen) || isStateOf(seen, frozenLayers))
                .toList();
        if (frozen.isEmpty()) {
            return new Outcome.NotApplicable("no parameter is frozen");
        }
        Examination examination =
                Examination.of("frozen tensors", "moved").under(evidence.conditions());
        for (ParameterSteps seen : frozen) {
            examination.measure(
                    seen.parameter().describe(), "changed elements", moved(seen), FIXED);
            if (moved(seen) > 0) {
                examination.clue(why(seen));
            }
        }
        return examination.outcome();
    }

    private static Set<String> frozenLayers(StepsEvidence evidence) {
        Set<String> layers = evidence.parameters().stream()
                .filter(FrozenParametersStayFixed::isFrozen)
                .map(seen -> seen.path().layer())
                .collect(Collectors.toSet());
        evidence.parameters().stream()
                .filter(seen -> isWeight(seen) && !isFrozen(seen))
                .forEach(seen -> layers.remove(seen.path().layer()));
        return layers;
    }

    private static boolean isFrozen(ParameterSteps seen) {
        return isWeight(seen)
                && (seen.declaredFrozen() || seen.parameter().role() == Parameter.Role.FROZEN);
    }

    private static boolean isWeight(ParameterSteps seen) {
        return seen.parameter().role() != Parameter.Role.STATE;
    }

    private static boolean isStateOf(ParameterSteps seen, Set<String> layers) {
        return !isWeight(seen) && (layers.contains(seen.path().layer()) || seen.declaredFrozen());
    }

    private static long moved(ParameterSteps seen) {
        return seen.changed() + seen.nonFinite();
    }

    private static String why(ParameterSteps seen) {
        String distance = seen.path() + " moves by up to " + Numbers.text(seen.maxAbsChange());
        if (!isWeight(seen)) {
            return distance + ": the frozen layer still runs in training mode";
        }
        if (seen.gradientMaxAbs() > 0 || seen.gradientNonFinite() > 0) {
            return distance + ": declared frozen, but the framework trains it";
        }
        return distance
                + " without a gradient: something acts on it after the freeze, as decay does";
    }
}
