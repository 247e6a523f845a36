package dev.mltest.corpus.exam;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.SeedResult;
import dev.mltest.model.Dataset;

import java.util.List;
import java.util.stream.IntStream;

/** Examines one program after the other. */
public final class Examiner {

    private static final int ENOUGH = 8;

    private Examiner() {}

    /** How the engine refuses the program: what one start, step and prediction threw; or empty. */
    public static String refusal(Program program) {
        try (Run run = program.start(1)) {
            Dataset training = program.data().training();
            int[] rows = IntStream.range(0, Math.min(ENOUGH, training.size())).toArray();
            run.step(training.examples(rows));
            run.predict(training.examples(rows));
            return "";
        } catch (RuntimeException refused) {
            return refused.toString().lines().findFirst().orElse("");
        }
    }

    /** What the oracle finds; an oracle that throws has confirmed nothing. */
    public static Confirmation oracle(Entry entry) {
        try {
            return entry.oracle().confirm(entry.program(), entry.program().twin());
        } catch (RuntimeException thrown) {
            return new Confirmation(false, "the oracle threw " + thrown);
        }
    }

    /** What these arms say under one seed. */
    public static SeedResult examine(Program program, long seed, List<Arm> arms) {
        try (ProgramExhibit exhibit = new ProgramExhibit(program, seed)) {
            return new SeedResult(
                    seed, arms.stream().map(arm -> judge(arm, exhibit.view())).toList());
        }
    }

    private static ArmResult judge(Arm arm, ProgramExhibit.View view) {
        long start = System.nanoTime();
        try {
            var findings = arm.judge(view);
            return new ArmResult(arm.name(), findings, "", seconds(start, view));
        } catch (RuntimeException thrown) {
            return new ArmResult(arm.name(), List.of(), thrown.toString(), seconds(start, view));
        }
    }

    private static double seconds(long start, ProgramExhibit.View view) {
        return (System.nanoTime() - start) * 1e-9 + view.inheritedSeconds();
    }
}
