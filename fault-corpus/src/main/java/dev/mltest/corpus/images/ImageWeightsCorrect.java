package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.weights.WeightInit;

/** Correct programs that start from unusual weights. */
final class ImageWeightsCorrect {

    private ImageWeightsCorrect() {}

    @Correct("C08")
    static Edit residualBranchStartsAtZero() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers features(Layers layers) {
                                Block norm = norm();
                                norm.setInitializer(Initializer.ZEROS, Parameter.Type.GAMMA);
                                Block branch = new Layers()
                                        .add("conv3", convolution(FILTERS, 3))
                                        .add("norm3", norm);
                                return super.features(layers)
                                        .add("residual", sum(Blocks.identityBlock(), branch));
                            }

                            private Block sum(Block one, Block other) {
                                return new ParallelBlock(terms -> new NDList(terms.get(0)
                                                .singletonOrThrow()
                                                .add(terms.get(1).singletonOrThrow())))
                                        .add(one)
                                        .add(other);
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain features(Chain layers) {
                                String trunk = super.features(layers).last();
                                return layers.add("conv3", convolution(FILTERS, 3))
                                        .add(
                                                "norm3",
                                                new BatchNormalization.Builder()
                                                        .gamma(0)
                                                        .build())
                                        .add(
                                                "residual",
                                                new ElementWiseVertex(ElementWiseVertex.Op.Add),
                                                trunk);
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C28")
    static Edit glorotWeights() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            public Block block() {
                                Block block = super.block();
                                block.setInitializer(
                                        new XavierInitializer(
                                                XavierInitializer.RandomType.UNIFORM,
                                                XavierInitializer.FactorType.AVG,
                                                3),
                                        Parameter.Type.WEIGHT);
                                return block;
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed).weightInit(WeightInit.XAVIER);
                            }
                        })
                .shownBy(learns());
    }
}
