package dev.mltest.diagnosis;

import dev.mltest.evidence.HandStepEvidence;
import dev.mltest.evidence.HandStepEvidence.HandStep;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.HandSteps;
import dev.mltest.experiment.Nudges;
import dev.mltest.model.Numbers;
import dev.mltest.model.Parameter;

import java.util.List;
import java.util.Set;

/** Taken away by moving the parameter by hand against the gradient that it receives. */
final class OptimizerSkipsParameter implements Cause {

    @Override
    public String name() {
        return "optimizer-skips-parameter";
    }

    @Override
    public String statement() {
        return "the optimizer does not move it";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.STANDS_STILL);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        StepsEvidence seen = inquiry.ask(new FirstSteps());
        List<ParameterSteps> frozen = still(seen).stream()
                .filter(each -> each.parameter().role() == Parameter.Role.FROZEN)
                .toList();
        if (seen.declaresFrozen() && !frozen.isEmpty()) {
            return frozen(inquiry, frozen.get(frozen.size() - 1));
        }
        List<ParameterSteps> skipped = still(seen).stream()
                .filter(each -> each.parameter().isTrainable() && each.gradientMaxAbs() > 0)
                .toList();
        return skipped.isEmpty()
                ? refuted("optimizer", "it moves every parameter that receives a gradient")
                : skipped(inquiry, skipped.get(skipped.size() - 1));
    }

    private static List<ParameterSteps> still(StepsEvidence seen) {
        return seen.parameters().stream()
                .filter(each -> each.changed() == 0 && !each.declaredFrozen())
                .toList();
    }

    private Finding frozen(Inquiry inquiry, ParameterSteps parameter) {
        NudgeEvidence nudged = inquiry.ask(new Nudges(List.of(parameter.path())));
        NudgeEvidence.Nudge nudge = nudged.of(parameter.path());
        String place = parameter.parameter().describe();
        String evidence = "the framework holds it frozen; nudging it by 1 %% moves the loss by %s"
                .formatted(Numbers.text(nudge.lossChange()));
        return nudged.isFelt(nudge) ? confirmed(place, evidence) : refuted(place, evidence);
    }

    private Finding skipped(Inquiry inquiry, ParameterSteps parameter) {
        HandStepEvidence moved = inquiry.ask(new HandSteps(List.of(parameter.path())));
        HandStep step = moved.steps().get(0);
        String place = parameter.parameter().describe();
        String evidence =
                "moved by hand against its gradient (of norm %s), the loss comes from %s to %s"
                        .formatted(
                                Numbers.text(step.slope()),
                                Numbers.text(moved.loss()),
                                Numbers.text(step.loss()));
        return moved.lowers(step) ? confirmed(place, evidence) : refuted(place, evidence);
    }
}
