package dev.mltest.corpus.tabular;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.ConstantDistribution;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;

/** Faults of the initial weights. */
final class InitialisationFaults {

    private InitialisationFaults() {}

    @Fault(value = "IN01", at = "hidden*/**")
    static Edit hiddenWeightsZero() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            Block hidden(int units) {
                                Block layer = super.hidden(units);
                                layer.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
                                return layer;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            DenseLayer.Builder hidden(String name, int in, int out) {
                                return super.hidden(name, in, out).weightInit(WeightInit.ZERO);
                            }
                        })
                .shownBy(NetworkOracles.hiddenGradientIsZero());
    }

    @Fault(
            value = "IN02",
            at = {"hidden*/**", "head/**"})
    static Edit weightsAllTheSame() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Layers block() {
                                Layers layers = super.block();
                                layers.setInitializer(
                                        new ConstantInitializer(0.01f), Parameter.Type.WEIGHT);
                                return layers;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed)
                                        .weightInit(new ConstantDistribution(0.01));
                            }
                        })
                .shownBy(NetworkOracles.unitsStayEqual());
    }

    /** DL4J draws no biases: there, only weights are too large. */
    @Fault(
            value = "IN03",
            at = {"hidden*/**", "head/**"})
    static Edit weightsOfDeviationOne() {
        return Edit.of(
                        new DjlMlp() {
                            @Override
                            public Layers block() {
                                Layers layers = super.block();
                                layers.setInitializer(new NormalInitializer(1), parameter -> true);
                                return layers;
                            }
                        },
                        new Dl4jMlp() {
                            @Override
                            NeuralNetConfiguration.Builder common(long seed) {
                                return super.common(seed).weightInit(new NormalDistribution(0, 1));
                            }
                        })
                .shownBy(NetworkOracles.startsFarOff());
    }
}
