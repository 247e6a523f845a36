package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;

import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Faults of dropout and normalisation. */
final class ImageRegularisationFaults {

    private ImageRegularisationFaults() {}

    @Fault(
            value = "RN02",
            at = {"dropout*", "head**"})
    static Edit almostAllDropped() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            float dropRate() {
                                return 0.95f;
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Layer dropout() {
                                return new DropoutLayer(0.05);
                            }
                        })
                .shownBy(scoresLower());
    }

    /** DJL states the share that is dropped. */
    @Fault(
            value = "RN03",
            at = {"dropout*", "head**"})
    static Edit dropRateForRetainProbability() {
        return Edit.of(new Dl4jCnn() {
                    @Override
                    Layer dropout() {
                        return new DropoutLayer(0.1);
                    }
                })
                .shownBy(scoresLower());
    }

    @Fault(
            value = "RN05",
            at = {"conv**", "act**"})
    static Edit normalisationRemoved() {
        return Edit.of(
                        new DjlCnn() {
                            @Override
                            Layers features(Layers layers) {
                                return layers.add("conv1", conv1())
                                        .add("act1", activation())
                                        .add("pool1", pool())
                                        .add("conv2", convolution(FILTERS, 3))
                                        .add("act2", activation())
                                        .add("pool2", pool());
                            }
                        },
                        new Dl4jCnn() {
                            @Override
                            Chain features(Chain layers) {
                                return layers.add("conv1", conv1())
                                        .add("act1", activation())
                                        .add("pool1", pool())
                                        .add("conv2", convolution(FILTERS, 3))
                                        .add("act2", activation())
                                        .add("pool2", pool());
                            }
                        })
                .shownBy(scoresLower());
    }

    /** In DL4J every layer is made from its own copy of a configuration. */
    @Fault(value = "RN55", at = "norm**")
    static Edit oneNormalisationForTwoLayers() {
        return Edit.of(new DjlCnn() {
                    @Override
                    Layers features(Layers layers) {
                        Block norm = norm();
                        return layers.add("conv1", conv1())
                                .add("norm1", norm)
                                .add("act1", activation())
                                .add("pool1", pool())
                                .add("conv2", convolution(FILTERS, 3))
                                .add("norm2", norm)
                                .add("act2", activation())
                                .add("pool2", pool());
                    }
                })
                .shownBy(scoresLower());
    }
}
