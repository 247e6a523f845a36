package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Loop;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.Dataset;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

import java.util.stream.IntStream;

/** Faults of the optimiser and of the training loop. */
final class ImageTrainingFaults {

    private ImageTrainingFaults() {}

    @Fault(value = "OP03", at = "optimizer*")
    static Edit tinyEpsilon() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            public Optimizer optimizer() {
                                return Optimizer.adam()
                                        .optLearningRateTracker(
                                                Tracker.fixed((float) learningRate()))
                                        .optEpsilon(1e-16f)
                                        .build();
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            IUpdater updater() {
                                return Adam.builder()
                                        .learningRate(learningRate())
                                        .epsilon(1e-16)
                                        .build();
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "OP07",
            at = {"optimizer*", "loop*"})
    static Edit scheduleCountsBatches() {
        return Edit.of(
                        new DjlDecaying() {
                            @Override
                            int unit() {
                                return 1;
                            }
                        },
                        new Dl4jDecaying() {
                            @Override
                            int unit() {
                                return 1;
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(value = "TL07", at = "loop*")
    static Edit validationTrains() {
        Loop loop = new Loop() {
            @Override
            protected double validate(Program program, Run run) {
                Dataset validation = program.data().validation();
                run.step(validation.examples(
                        IntStream.range(0, validation.size()).toArray()));
                return super.validate(program, run);
            }
        };
        return Edit.of(new DjlCnn().trainedBy(loop), new Dl4jCnn().trainedBy(loop))
                .shownBy(Movement.whileValidating().isAbove(0));
    }

    /** DL4J has no step that accumulates. */
    @Fault(value = "TL10", at = "loop*")
    static Edit accumulatedWithoutAveraging() {
        return Edit.of(new DjlAccumulating() {
                    @Override
                    NDArray share(NDArray loss) {
                        return loss;
                    }
                })
                .shownBy(Movement.ofAnUpdate(DjlAccumulating.PARTS, "head/weight")
                        .isAbove(2));
    }
}
