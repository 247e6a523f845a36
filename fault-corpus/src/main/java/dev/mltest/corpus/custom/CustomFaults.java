package dev.mltest.corpus.custom;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.Batch;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.stream.IntStream;

/** Faults that stop the gradient. */
final class CustomFaults {

    private CustomFaults() {}

    @Correct("M10")
    static Edit twin() {
        return Edit.of(new DjlPrototypes(), new Dl4jPrototypes()).shownBy(learns());
    }

    /** In DL4J {@code GR01} and {@code GR07} stand for it. */
    @Fault(
            value = "GR02",
            at = {"prototypes*", "embed2*", "embed2/**"})
    static Edit graphCutBelowThePrototypes() {
        return Edit.of(new DjlPrototypes() {
                    @Override
                    Block prototypes() {
                        return new Prototypes(Clusters.CLASSES) {
                            @Override
                            NDArray similarity(NDArray points, NDArray centres) {
                                return super.similarity(points.stopGradient(), centres);
                            }
                        };
                    }
                })
                .shownBy(noGradientReaches("embed1/"));
    }

    @Fault(
            value = "GR03",
            at = {"act*", "embed1*", "embed1/**"})
    static Edit roundedActivations() {
        return Edit.of(
                        new DjlPrototypes() {
                            @Override
                            Block activation() {
                                return new Softplus() {
                                    @Override
                                    NDArray apply(NDArray x) {
                                        return super.apply(x).round();
                                    }
                                };
                            }
                        },
                        new Dl4jPrototypes() {
                            @Override
                            IActivation activation() {
                                return new Rounded();
                            }
                        })
                .shownBy(noGradientReaches("embed1/"));
    }

    /** Whole numbers, which do not change when the input changes a little. */
    static final class Rounded extends SoftplusFunction {

        private static final long serialVersionUID = 1;

        @Override
        INDArray value(INDArray x) {
            return Transforms.round(super.value(x));
        }

        @Override
        INDArray derivative(INDArray x) {
            return Nd4j.zerosLike(x);
        }
    }

    static Oracle noGradientReaches(String layer) {
        return Measured.by(
                        "largest element of the gradients of " + layer,
                        program -> largestGradient(program, layer))
                .isBelow(1e-12);
    }

    private static double largestGradient(Program program, String layer) {
        try (Run run = program.start(1)) {
            return run.gradients(firstRows(program)).entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(layer))
                    .flatMapToDouble(
                            entry -> IntStream.range(0, entry.getValue().length())
                                    .mapToDouble(entry.getValue()::get))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
        }
    }

    static Batch firstRows(Program program) {
        return program.data().training().examples(IntStream.range(0, 32).toArray());
    }
}
