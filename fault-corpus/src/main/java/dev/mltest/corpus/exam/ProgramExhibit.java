package dev.mltest.corpus.exam;

import dev.mltest.corpus.arm.Exhibit;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.RunRecorder;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Declaration;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.SurrogateGradients;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Map;

/** A program's evidence under one seed, taken once and shown to every arm. */
final class ProgramExhibit implements AutoCloseable {

    private final Program program;
    private final long seed;
    private final Laboratory standard;
    private final Laboratory declared;
    private final EvidenceSource declaredEvidence;
    private @Nullable RunEvidence run;
    private double recordingSeconds;

    ProgramExhibit(Program program, long seed) {
        this.program = program;
        this.seed = seed;
        this.standard = new Laboratory(program.described());
        ModelUnderTest withDeclarations = program.declared();
        this.declared =
                declaresNothing(withDeclarations) ? standard : new Laboratory(withDeclarations);
        this.declaredEvidence = changesWhatIsSeen(withDeclarations)
                ? declared
                : new DeclaredEvidence(standard, declared);
    }

    /** Whether experiments that need no declaration do something else where there is one. */
    private static boolean changesWhatIsSeen(ModelUnderTest model) {
        return model.declarations().frozen().isPresent()
                || !model.declarations().of(DeclaredPadding.class).isEmpty()
                || !model.declarations().of(SurrogateGradients.class).isEmpty();
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

        private final Map<Object, Double> inherited = new IdentityHashMap<>();

        /**
         * Seconds that others spent on evidence which this arm looked at too, each counted once.
         */
        double inheritedSeconds() {
            return inherited.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        @Override
        public EvidenceSource evidence() {
            inherited.putIfAbsent(standard, standard.secondsInAll());
            return standard;
        }

        @Override
        public EvidenceSource declared() {
            inherited.putIfAbsent(declared, declared.secondsInAll());
            if (declaredEvidence != declared) {
                inherited.putIfAbsent(standard, standard.secondsInAll());
            }
            return declaredEvidence;
        }

        @Override
        public RunEvidence run() {
            inherited.putIfAbsent(program, recordingSeconds);
            return recorded();
        }

        @Override
        public long seed() {
            return seed;
        }
    }
}
