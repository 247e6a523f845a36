package dev.mltest.corpus.images;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;

import java.util.Random;

/** Faults of the pictures and of their pipeline. */
final class ImageFaults {

    private ImageFaults() {}

    @Fault(
            value = "DA10",
            at = {"training data*", "input*"})
    static Edit noisyTrainingInputs() {
        Images data = new Images() {
            @Override
            public Dataset training() {
                Batch clean = batch(trainingPictures(), this::scaled);
                ArrayTensor inputs = clean.input("input");
                double deviation = Pixels.deviation(inputs.toDoubles());
                Random random = new Random(24);
                ArrayTensor noisy =
                        inputs.map(value -> value + 3 * deviation * random.nextGaussian());
                return Dataset.of(clean.withInputs(NamedTensors.of("input", noisy)));
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new).shownBy(scoresLower());
    }

    @Fault(value = "PP01", at = "input*")
    static Edit rawPixels() {
        Images data = new Images() {
            @Override
            float scaled(byte pixel) {
                return pixel & 0xFF;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new).shownBy(Pixels.largest().isAbove(10));
    }

    @Fault(value = "PP02", at = "input*")
    static Edit scaledTwice() {
        Images data = new Images() {
            @Override
            float scaled(byte pixel) {
                return super.scaled(pixel) / 255f;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new).shownBy(Pixels.spread().isBelow(0.01));
    }

    @Fault(
            value = "PP03",
            at = {"validation data*", "input*"})
    static Edit validationLeftRaw() {
        Images data = new Images() {
            @Override
            public Dataset validation() {
                return Dataset.of(batch(validationPictures(), pixel -> pixel & 0xFF));
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new)
                .shownBy(Pixels.validationScale().isAbove(2));
    }

    @Fault(value = "PP05", at = "input*")
    static Edit reshapedNotTransposed() {
        Images data = new Images() {
            @Override
            byte[] planes(byte[] pixels) {
                return pixels;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new).shownBy(scoresLower());
    }

    @Fault(value = "PP06", at = "input*")
    static Edit integerDivision() {
        Images data = new Images() {
            @Override
            float scaled(byte pixel) {
                return (pixel & 0xFF) / 255;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new)
                .shownBy(Pixels.differentValues().isBelow(3));
    }

    @Fault(value = "PP55", at = "input*")
    static Edit bytesReadAsSigned() {
        Images data = new Images() {
            @Override
            float scaled(byte pixel) {
                return pixel / 255f;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new)
                .shownBy(Pixels.smallest().isBelow(0));
    }

    @Fault(
            value = "PP08",
            at = {"training data*", "input*"})
    static Edit augmentedBeyondRecognition() {
        AugmentedImages data = new AugmentedImages() {
            @Override
            float[] altered(float[] picture, Random random) {
                float[] altered = super.altered(picture, random);
                int height = 5 + random.nextInt(5);
                int top = random.nextInt(Picture.SIZE - height + 1);
                for (int i = 0; i < altered.length; i++) {
                    int row = i / Picture.SIZE % Picture.SIZE - top;
                    altered[i] += 0.5f * (float) random.nextGaussian();
                    altered[i] = row >= 0 && row < height ? 0 : altered[i];
                }
                return altered;
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new).shownBy(scoresLower());
    }

    @Fault(value = "PP10", at = "validation data*")
    static Edit validationAugmented() {
        AugmentedImages data = new AugmentedImages() {
            @Override
            public Dataset validation() {
                return augmented(super.validation(), new Random(25));
            }
        };
        return Edit.in(data, DjlCnn::new, Dl4jCnn::new)
                .shownBy(Pixels.validationUnrest().isAbove(0));
    }
}
