package dev.mltest.experiment;

import dev.mltest.evidence.DecayEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.DeclaredDecay;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Trainable;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parameters does a penalty or weight decay reach? A step is taken in states in which the
 * data loss sends a parameter a gradient of exactly zero: outputs are right already, or nothing
 * passes back through a parameter near the outputs that is set to zero. What still moves it is no
 * data.
 */
public record DecaySeen() implements Experiment<DecayEvidence> {

    private static final int CUTS = 4;

    @Override
    public String id() {
        return "decay-seen";
    }

    @Override
    public Class<DecayEvidence> evidenceType() {
        return DecayEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price state = Price.gradients(1).plus(Price.forwards(1)).plus(Price.steps(1));
        return Loops.priced(model, DeclaredDecay.class, state.times(2 + CUTS));
    }

    @Override
    public DecayEvidence perform(Bench bench) {
        bench.subject()
                .declarations()
                .require(
                        DeclaredDecay.class,
                        "weight decay",
                        ".decaying(\"**/weight\") or .notDecaying(\"**/bias\")");
        Trainable model = bench.trainable();
        Map<Parameter, Boolean> asked = asked(bench.subject(), model.parameters());
        QuietSteps steps = new QuietSteps(bench, model, asked);
        if (!steps.carryOn()) {
            steps.withRightOutputs();
            for (int back = 1; back <= CUTS && !steps.haveSeenAll(); back++) {
                steps.behindACut(back);
            }
        }
        return new DecayEvidence(steps.seen());
    }

    /** Trainable parameters of which something is declared, and whether they are meant to decay. */
    private static Map<Parameter, Boolean> asked(ModelUnderTest subject, List<Parameter> all) {
        Map<Parameter, Boolean> asked = new LinkedHashMap<>();
        for (DeclaredDecay declared : subject.declarations().of(DeclaredDecay.class)) {
            String method = declared.decays() ? "decaying" : "notDecaying";
            Globs.requireMatches(subject, method, declared.globs(), Globs.names(all));
            for (Parameter parameter : all) {
                if (parameter.isTrainable() && declared.covers(parameter.path())) {
                    Boolean before = asked.put(parameter, declared.decays());
                    requireOneMeaning(subject, parameter, before, declared.decays());
                }
            }
        }
        if (asked.isEmpty()) {
            throw new NotAvailableException(
                    "what is declared of weight decay matches no trainable parameter");
        }
        return asked;
    }

    private static void requireOneMeaning(
            ModelUnderTest subject, Parameter parameter, @Nullable Boolean before, boolean now) {
        if (before != null && before != now) {
            throw new ConfigurationException(
                    "model '%s': %s is covered by .decaying(...) and by .notDecaying(...); leave it"
                                    .formatted(subject.name(), parameter.path())
                            + " in one of them");
        }
    }
}
