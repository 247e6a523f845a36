package dev.mltest.experiment;

import dev.mltest.evidence.NewJvmEvidence;
import dev.mltest.evidence.NewJvmEvidence.Compared;
import dev.mltest.evidence.Price;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.RebuiltBy;
import dev.mltest.model.Trainable;

import java.util.Map;

/**
 * Does another process make the same model and take the same steps? It has the same class path,
 * options and environment; what differs is what a process has for itself: hash codes, static state,
 * the clock.
 */
public record NewJvm() implements Experiment<NewJvmEvidence> {

    static final int STEPS = 3;

    @Override
    public String id() {
        return "new-jvm";
    }

    @Override
    public Class<NewJvmEvidence> evidenceType() {
        return NewJvmEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(model, RebuiltBy.class, Price.steps(STEPS));
    }

    @Override
    public NewJvmEvidence perform(Bench bench) {
        RebuiltBy declared = bench.subject()
                .declarations()
                .require(
                        RebuiltBy.class,
                        "class that describes the model elsewhere",
                        ".rebuiltBy(DigitsModel.class)");
        if (!bench.device().equals(Device.cpu())) {
            throw new NotAvailableException("a new JVM is asked on the host's processor only");
        }
        Trainable model = bench.trainable();
        Map<String, String> here = FirstDigests.of(model, bench.subject(), bench.seed());
        Map<String, String> there = ChildJvm.digests(declared.description(), bench.seed());
        return new NewJvmEvidence(
                STEPS,
                model.parameters().stream()
                        .map(each -> new Compared(
                                each,
                                same(here, there, FirstDigests.start(each.path())),
                                same(here, there, FirstDigests.end(each.path()))))
                        .toList());
    }

    private static boolean same(Map<String, String> here, Map<String, String> there, String key) {
        String found = here.get(key);
        return found != null && found.equals(there.get(key));
    }
}
