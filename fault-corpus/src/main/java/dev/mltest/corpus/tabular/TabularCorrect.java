package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.Batch;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;

import java.util.Random;

/** Correct tabular classifiers: the carrier, its weights and its data. */
final class TabularCorrect {

    private TabularCorrect() {}

    @Correct("M1")
    static Edit twin() {
        return Edit.of(new DjlMlp(), new Dl4jMlp()).shownBy(learns());
    }

    @Correct("C02")
    static Edit unitsThatAreRarelyActive() {
        return Edit.of(
                        new DjlMlp(new SomeLarge()) {
                            @Override
                            public Layers block() {
                                Layers layers = super.block();
                                layers.getChildren()
                                        .valueAt(0)
                                        .setInitializer(
                                                new ConstantInitializer(-2), Parameter.Type.BIAS);
                                return layers;
                            }
                        },
                        new Dl4jMlp(new SomeLarge()) {
                            @Override
                            DenseLayer.Builder hidden(String name, int in, int out) {
                                return super.hidden(name, in, out)
                                        .biasInit(name.equals("hidden1") ? -2 : 0);
                            }
                        })
                .shownBy(Silence.onOneBatchOnly());
    }

    /** One row in twenty is three times as large. */
    private static final class SomeLarge extends Tabular {

        @Override
        float[] draw(Random random) {
            float[] features = super.draw(random);
            float scale = random.nextInt(20) == 0 ? 3 : 1;
            for (int i = 0; i < features.length; i++) {
                features[i] *= scale;
            }
            return features;
        }
    }

    @Correct("C11")
    static Edit lastLayerZero() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block head() {
                                Block head = super.head();
                                head.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
                                return head;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head().weightInit(WeightInit.ZERO);
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C16")
    static Edit priorOfARareClass() {
        return Edit.of(
                        new DjlBinary(new RareOutside()) {
                            @Override
                            Block head() {
                                Block head = super.head();
                                head.setInitializer(
                                        new ConstantInitializer(-2.94f), Parameter.Type.BIAS);
                                return head;
                            }
                        },
                        new Dl4jBinary(new RareOutside()) {
                            @Override
                            OutputLayer.Builder head() {
                                return super.head().biasInit(-2.94);
                            }
                        })
                .shownBy(learns());
    }

    /** One row in twenty is outside. */
    private static final class RareOutside extends Binary {

        @Override
        double outside() {
            return 6;
        }

        @Override
        public int epochs() {
            return 6;
        }

        @Override
        Batch trainingRows() {
            return rows(2000, new Random(11));
        }

        @Override
        Batch validationRows() {
            return rows(1000, new Random(12));
        }
    }

    @Correct("C27")
    static Edit separableClasses() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            public int epochs() {
                                return 14;
                            }

                            @Override
                            float[] draw(Random random) {
                                float[] features = super.draw(random);
                                features[0] = random.nextInt(3) - 1 + 0.1f * features[0];
                                return features;
                            }

                            @Override
                            long classOf(float[] features) {
                                return Math.round(features[0]) + 1;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(TrainedOracles.trainingLossVanishes());
    }

    @Correct("C34")
    static Edit oneLogit() {
        return Edit.of(new DjlBinary(), new Dl4jBinary()).shownBy(learns());
    }

    @Correct("C35")
    static Edit categoryThatNeverOccurs() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            float[] draw(Random random) {
                                float[] features = new float[FEATURES];
                                features[0] = (float) random.nextGaussian();
                                features[1] = (float) random.nextGaussian();
                                features[2 + random.nextInt(3)] = 1;
                                return features;
                            }

                            @Override
                            long classOf(float[] features) {
                                long ring = super.classOf(features);
                                return features[2] == 1 ? ring : 2 - ring;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(learns());
    }

    @Correct("C36")
    static Edit rowsOfUnitLength() {
        return Edit.of(new DjlUnitRows(), new Dl4jUnitRows()).shownBy(learns());
    }
}
