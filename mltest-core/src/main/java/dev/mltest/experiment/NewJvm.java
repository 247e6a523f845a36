package dev.mltest.experiment;

import dev.mltest.evidence.NewJvmEvidence;
import dev.mltest.evidence.NewJvmEvidence.Compared;
import dev.mltest.evidence.Price;
import dev.mltest.model.Device;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.RebuiltBy;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
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
        RebuiltBy declared = declared(bench);
        Trainable model = bench.trainable();
        Map<String, String> here = FirstDigests.of(model, bench.subject(), bench.seed());
        Map<String, String> there = digests(ChildJvm.run(
                        FirstDigests.class,
                        declared.description(),
                        bench.seed(),
                        JvmSettings.none())
                .requireEnded());
        return new NewJvmEvidence(
                STEPS,
                model.parameters().stream()
                        .map(each -> new Compared(
                                each,
                                same(here, there, FirstDigests.start(each.path())),
                                same(here, there, FirstDigests.end(each.path()))))
                        .toList());
    }

    /**
     * Who describes the model elsewhere.
     *
     * @throws NotAvailableException if that was not declared, or this is not the host's processor
     */
    static RebuiltBy declared(Bench bench) {
        RebuiltBy declared = bench.subject()
                .declarations()
                .require(
                        RebuiltBy.class,
                        "class that describes the model elsewhere",
                        ".rebuiltBy(DigitsModel.class)");
        if (!bench.device().equals(Device.cpu())) {
            throw new NotAvailableException("a new JVM is asked on the host's processor only");
        }
        return declared;
    }

    private static Map<String, String> digests(ChildJvm ended) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String line : ended.lines()) {
            int tab = line.indexOf('\t');
            digests.put(line.substring(tab + 1), line.substring(0, tab));
        }
        return digests;
    }

    private static boolean same(Map<String, String> here, Map<String, String> there, String key) {
        String found = here.get(key);
        return found != null && found.equals(there.get(key));
    }
}
