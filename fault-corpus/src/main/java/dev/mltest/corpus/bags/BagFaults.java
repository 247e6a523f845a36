package dev.mltest.corpus.bags;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.Trainer;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.Repeatability;
import dev.mltest.corpus.oracle.RoundTrip;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Faults of the bag of words. */
final class BagFaults {

    private BagFaults() {}

    @Fault(
            value = "NU61",
            at = {"training data*", "input*", "mask*", "average*", "output*"})
    static Edit emptyDocuments() {
        Documents documents = new Documents() {
            @Override
            boolean keeps(Document document) {
                return true;
            }
        };
        return Edit.in(documents, DjlBag::new, Dl4jBag::new)
                .shownBy(Measured.by(
                                "outputs of the training set that are not finite",
                                BagFaults::notFinite)
                        .isAbove(0));
    }

    private static double notFinite(Program program) {
        try (Run run = program.start(1)) {
            int size = program.data().training().size();
            return Arrays.stream(outputs(run, rows(program, size)))
                    .filter(value -> !Double.isFinite(value))
                    .count();
        }
    }

    private static Batch rows(Program program, int count) {
        return program.data().training().examples(IntStream.range(0, count).toArray());
    }

    private static double[] outputs(Run run, Batch rows) {
        return run.predict(rows).first().toArray().toDoubles();
    }

    /** In DL4J, converting an activation cannot be a part of a network. */
    @Fault(
            value = "GR61",
            at = {"embedding*", "embedding/**"})
    static Edit averagedInDoublePrecision() {
        return Edit.of(new DjlBag() {
                    @Override
                    NDArray average(NDArray words, NDArray mask) {
                        NDArray exact = words.toType(DataType.FLOAT64, false);
                        return super.average(exact, mask).toType(DataType.FLOAT32, false);
                    }
                })
                .shownBy(Measured.by(
                                "largest gradient of the embedding", BagFaults::embeddingGradient)
                        .isBelow(1e-12));
    }

    private static double embeddingGradient(Program program) {
        try (Run run = program.start(1)) {
            ArrayTensor gradient = run.gradients(rows(program, 32)).get("embedding/embedding");
            return gradient == null
                    ? 0
                    : Arrays.stream(gradient.toDoubles()).map(Math::abs).max().orElse(0);
        }
    }

    @Fault(
            value = "SV61",
            at = {"serving*", "input*"})
    static Edit numberedFromZero() {
        return Edit.of(
                        new DjlBag() {
                            @Override
                            public NDList predict(Trainer trainer, NDList inputs) {
                                NDArray tokens = inputs.get(0).sub(1).maximum(0);
                                return super.predict(trainer, new NDList(tokens, inputs.get(1)));
                            }
                        },
                        new Dl4jBag() {
                            @Override
                            public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
                                INDArray tokens = batch.getFeatures(0).sub(1);
                                batch.setFeatures(0, Transforms.max(tokens, 0));
                                return super.predict(network, batch);
                            }
                        })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "RP61",
            at = {"embedding*", "embedding/**", "seed*"})
    static Edit embeddingWithoutSeed() {
        return Edit.of(
                        new DjlFrozenBag() {
                            @Override
                            Random generator() {
                                return new Random();
                            }
                        },
                        new Dl4jFrozenBag() {
                            @Override
                            Random generator() {
                                return new Random();
                            }
                        })
                .shownBy(Repeatability.isLostBetweenStarts());
    }

    /** DL4J's pooling cannot be edited. */
    @Fault(
            value = "AR73",
            at = {"average*", "mask*", "embedding*", "output*"})
    static Edit laterWordsCountLess() {
        return Edit.of(new DjlBag() {
                    @Override
                    NDArray average(NDArray words, NDArray mask) {
                        NDArray order = mask.cumSum(1).maximum(1);
                        return super.average(words, mask.div(order));
                    }
                })
                .shownBy(Measured.by(
                                "largest movement of an output when words are exchanged",
                                BagFaults::movementInReverse)
                        .isAbove(1e-5));
    }

    /** Words and mask of a few documents in reverse. */
    private static double movementInReverse(Program program) {
        Batch rows = rows(program, 8);
        Batch reversed = new Batch(
                rows.inputs().map((name, tensor) -> reversed(tensor.toArray())),
                rows.targets(),
                rows.masks().map((name, tensor) -> reversed(tensor.toArray())));
        try (Run run = program.start(1)) {
            return Distance.between(outputs(run, rows), outputs(run, reversed));
        }
    }

    private static ArrayTensor reversed(ArrayTensor tensor) {
        int length = tensor.rowLength();
        double[] values = new double[tensor.length()];
        Arrays.setAll(values, i -> tensor.get(i - i % length + length - 1 - i % length));
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
    }

    /** DL4J then keeps the table by rows, but saves and restores by columns. */
    @Fault(
            value = "SV62",
            at = {"embedding*", "embedding/**"})
    static Edit tableHandedOver() {
        return Edit.of(new Dl4jFrozenBag() {
                    @Override
                    EmbeddingSequenceLayer.Builder words() {
                        return super.words().weightInit(table());
                    }
                })
                .shownBy(RoundTrip.changesOutputs());
    }
}
