package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import dev.mltest.corpus.oracle.BatchesSeen;
import dev.mltest.corpus.oracle.Steps;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Loop;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Faults of the training loop and of its seeds. */
final class LoopFaults {

    private LoopFaults() {}

    private static Edit.Edited trainedBy(Loop loop) {
        return Edit.of(new DjlMlp().trainedBy(loop), new Dl4jMlp().trainedBy(loop));
    }

    @Fault(value = "TL02", at = "loop*")
    static Edit cloneIsTrained() {
        return trainedBy(new Loop() {
                    @Override
                    protected Run trained(Run run) {
                        return run.load(run.save());
                    }
                })
                .shownBy(Steps.changeNothing());
    }

    @Fault(value = "TL03", at = "loop*")
    static Edit oneEpoch() {
        return trainedBy(new Loop() {
                    @Override
                    protected int epochs(Program program) {
                        return 1;
                    }
                })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "TL04",
            at = {"loop*", "training data*"})
    static Edit oneBatch() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            public int batchSize() {
                                return 600;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(scoresLower());
    }

    @Fault(
            value = "TL05",
            at = {"loop*", "training data*"})
    static Edit firstBatchAgainAndAgain() {
        return trainedBy(new Loop() {
                    @Override
                    protected Batch next(Program program, Dataset training, int[] order, int from) {
                        return training.examples(
                                IntStream.range(0, batchSize(program)).toArray());
                    }
                })
                .shownBy(BatchesSeen.examplesAreLeftOut());
    }

    @Fault(value = "TL51", at = "loop*")
    static Edit stopsWhenTheScoreRises() {
        return trainedBy(new Loop() {
                    @Override
                    protected boolean stops(List<Double> scores) {
                        int last = scores.size() - 1;
                        return last > 0 && scores.get(last) > scores.get(last - 1);
                    }
                })
                .shownBy(scoresLower());
    }

    @Fault(value = "RP01", at = "seed*")
    static Edit noSeed() {
        Loop unseeded = new Loop() {
            @Override
            protected Random random(long seed) {
                return new Random();
            }
        };
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Run start(long seed) {
                                return super.start(System.nanoTime());
                            }
                        }.trainedBy(unseeded),
                        new Dl4jMlp() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(System.nanoTime());
                            }
                        }.trainedBy(unseeded))
                .shownBy(Steps.differFromRunToRun());
    }

    @Fault(
            value = "RP03",
            at = {"seed*", "loop*"})
    static Edit sameSeedInEveryEpoch() {
        return trainedBy(new Loop() {
                    @Override
                    protected int[] order(int size, Random random) {
                        return super.order(size, new Random(42));
                    }
                })
                .shownBy(BatchesSeen.epochsAreAlike());
    }
}
