package dev.mltest.corpus.custom;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Correct programs with something written by hand. */
final class CustomCorrect {

    private CustomCorrect() {}

    @Correct("C55")
    static Edit straightThroughRounding() {
        return Edit.of(
                        new DjlPrototypes() {
                            @Override
                            Block activation() {
                                return new Softplus() {
                                    @Override
                                    NDArray apply(NDArray x) {
                                        NDArray exact = super.apply(x);
                                        return exact.add(
                                                exact.round().sub(exact).stopGradient());
                                    }
                                };
                            }
                        },
                        new Dl4jPrototypes() {
                            @Override
                            IActivation activation() {
                                return new StraightThrough();
                            }
                        })
                .shownBy(learns());
    }

    /** Rounded going forward, not rounded going backward. */
    static final class StraightThrough extends SoftplusFunction {

        private static final long serialVersionUID = 1;

        @Override
        INDArray value(INDArray x) {
            return Transforms.round(super.value(x));
        }
    }

    @Correct("C56")
    static Edit pairsThatMayBeIdentical() {
        return Edit.of(new DjlPairs(), new Dl4jPairs()).shownBy(learns());
    }
}
