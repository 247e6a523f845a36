package dev.mltest.corpus.pass;

import dev.mltest.corpus.arm.Exhibit;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.RunRecorder;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Declaration;
import dev.mltest.model.ModelUnderTest;

import org.jspecify.annotations.Nullable;

/** A program's evidence under one seed, taken once and shown to every arm. */
final class ProgramExhibit implements AutoCloseable {

    private final Program program;
    private final long seed;
    private final Laboratory standard;
    private final Laboratory declared;
    private @Nullable RunEvidence run;
    private double recordingSeconds;

    ProgramExhibit(Program program, long seed) {
        this.program = program;
        this.seed = seed;
        this.standard = new Laboratory(program.described());
        ModelUnderTest withDeclarations = program.declared();
        this.declared =
                declaresNothing(withDeclarations) ? standard : new Laboratory(withDeclarations);
    }

    private static boolean declaresNothing(ModelUnderTest model) {
        return model.declarations().of(Declaration.class).isEmpty();
    }

    /** What one arm gets to see, with a note of what it has to answer for. */
    View view() {
        return new View();
    }

    private RunEvidence recorded() {
        if (run == null) {
            long start = System.nanoTime();
            run = RunRecorder.record(program, seed);
            recordingSeconds = (System.nanoTime() - start) * 1e-9;
        }
        return run;
    }

    @Override
    public void close() {
        standard.close();
        declared.close();
    }

    /** The exhibit as one arm sees it. */
    final class View implements Exhibit {

        private double inherited;

        /** Seconds that others spent on evidence which this arm looked at too. */
        double inheritedSeconds() {
            return inherited;
        }

        @Override
        public EvidenceSource evidence() {
            inherited += standard.secondsInAll();
            return standard;
        }

        @Override
        public EvidenceSource declared() {
            inherited += declared.secondsInAll();
            return declared;
        }

        @Override
        public RunEvidence run() {
            inherited += recordingSeconds;
            return recorded();
        }

        @Override
        public long seed() {
            return seed;
        }
    }
}
