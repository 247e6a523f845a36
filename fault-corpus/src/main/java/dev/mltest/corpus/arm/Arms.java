package dev.mltest.corpus.arm;

import java.util.List;

/** Everything that judges programs. */
public final class Arms {

    private Arms() {}

    /** mltest without and with declarations, then the published tools. */
    public static List<Arm> all() {
        return List.of(
                MltestArm.standard(),
                MltestArm.declared(),
                new TheDeepChecker(),
                new SageMakerDebugger(),
                new Umlaut(),
                new AutoTrainer(),
                new DeepDiagnosis(),
                new Torcheck(),
                new Torchtest());
    }
}
