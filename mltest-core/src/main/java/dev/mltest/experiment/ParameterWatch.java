package dev.mltest.experiment;

import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.TensorSummary;

/** Follows one parameter through several steps. */
final class ParameterWatch {

    private final Differentiable model;
    private final Parameter parameter;
    private final boolean declaredFrozen;
    private final Tensor start;
    private final TensorSummary startSummary;
    private double gradientMaxAbs;
    private double gradientNorm;
    private long gradientNonFinite;
    private long changed;
    private double maxAbsChange;
    private double lastChange;
    private long nonFinite;

    ParameterWatch(Bench bench, Differentiable model, Parameter parameter) {
        this.model = model;
        this.parameter = parameter;
        this.declaredFrozen = bench.subject()
                .declarations()
                .frozen()
                .filter(frozen -> frozen.covers(parameter.path()))
                .isPresent();
        this.start = model.value(parameter.path()).copy();
        this.startSummary = start.summary();
    }

    void sawGradients(Gradients gradients) {
        Tensor gradient = gradients.parameters().get(parameter.path());
        if (gradient != null) {
            TensorSummary summary = gradient.summary();
            gradientMaxAbs = Math.max(gradientMaxAbs, summary.maxAbs());
            gradientNorm = Math.max(gradientNorm, summary.norm());
            gradientNonFinite += summary.nonFinite();
        }
    }

    void sawStep() {
        TensorDifference difference = model.value(parameter.path()).differenceFrom(start);
        changed = Math.max(changed, difference.changed());
        maxAbsChange = Math.max(maxAbsChange, difference.maxAbs());
        lastChange = difference.norm();
        nonFinite = difference.nonFinite();
    }

    ParameterSteps evidence() {
        double norm = startSummary.norm();
        return new ParameterSteps(
                parameter,
                declaredFrozen,
                gradientMaxAbs,
                gradientNorm,
                gradientNonFinite,
                changed,
                maxAbsChange,
                norm == 0 ? Double.NaN : lastChange / norm,
                nonFinite,
                parameter.elementType().ulp(startSummary.rms()));
    }
}
