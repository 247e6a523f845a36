package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.learns;
import static dev.mltest.corpus.oracle.Training.scoresLower;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

/** Faults of the tabular classifier. */
final class TabularFaults {

    private TabularFaults() {}

    @Correct("M1")
    static Edit twin() {
        return Edit.of(new DjlMlp(), new Dl4jMlp()).shownBy(learns());
    }

    @Fault(value = "OP02", at = "optimizer")
    static Edit learningRateFarTooSmall() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public double learningRate() {
                                return 1e-7;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            public double learningRate() {
                                return 1e-7;
                            }
                        })
                .shownBy(scoresLower());
    }
}
