package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.ndarray.NDList;
import ai.djl.nn.LambdaBlock;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Correct programs with unusual inputs. */
final class ImageInputCorrect {

    private ImageInputCorrect() {}

    @Correct("M2")
    static Edit twin() {
        return Edit.of(new DjlCnn(), new Dl4jCnn()).shownBy(learns());
    }

    @Correct("C18")
    static Edit standardizedInputs() {
        return Edit.in(new Standardized(), DjlCnn::new, Dl4jCnn::new).shownBy(learns());
    }

    @Correct("C19")
    static Edit scaledByTheModel() {
        Images raw = new Images() {
            @Override
            float scaled(byte pixel) {
                return pixel & 0xFF;
            }
        };
        return Edit.of(
                        new DjlCnn(raw) {
                            @Override
                            Layers features(Layers layers) {
                                return super.features(layers.add(
                                        "scaling",
                                        new LambdaBlock(pixels -> new NDList(
                                                pixels.singletonOrThrow().div(255)))));
                            }
                        },
                        new Dl4jCnn(raw) {
                            @Override
                            Chain features(Chain layers) {
                                return super.features(
                                        layers.add("scaling", new ScaleVertex(1 / 255.0)));
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C25")
    static Edit trainingIsHarderThanValidation() {
        return Edit.of(
                        new DjlCnn(new AugmentedImages()) {
                            @Override
                            float dropRate() {
                                return 0.3f;
                            }
                        },
                        new Dl4jCnn(new AugmentedImages()) {
                            @Override
                            Layer dropout() {
                                return new DropoutLayer(0.7);
                            }
                        })
                .shownBy(learns());
    }

    @Correct("C41")
    static Edit framedInBlack() {
        return Edit.in(new Framed(), DjlCnn::new, Dl4jCnn::new).shownBy(learns());
    }

    @Correct("C44")
    static Edit seenTogetherWithItsMirrorImage() {
        return Edit.of(new DjlMirrored(), new Dl4jMirrored()).shownBy(learns());
    }
}
