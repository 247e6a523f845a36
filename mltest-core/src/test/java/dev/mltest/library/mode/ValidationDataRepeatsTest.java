package dev.mltest.library.mode;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.ReadingEvidence;
import dev.mltest.experiment.ValidationReading;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class ValidationDataRepeatsTest {

    private final Check check = new ValidationDataRepeats();

    @Test
    void holds_on_data_that_stays_the_same() {
        assertThat(held(judge(check, validatedOn(Dataset.of(ToyData.values(100)))))
                        .examined())
                .hasSize(2);
    }

    @Test
    void catches_augmentation_of_the_validation_data() {
        Approved.verify(
                "validation-data-repeats.augmented",
                failure(judge(check, validatedOn(augmented(new Random(1))))));
    }

    @Test
    void catches_rows_that_are_drawn_anew() {
        Random random = new Random(1);
        Dataset drawn = new Dataset() {
            @Override
            public int size() {
                return 32;
            }

            @Override
            public Batch examples(int... indices) {
                return ToyData.values(64)
                        .rows(random.ints(indices.length, 0, 64).toArray());
            }
        };

        assertThat(violated(judge(check, validatedOn(drawn))).violations()).hasSize(2);
    }

    @Test
    void augmented_training_data_is_meant_so() {
        ModelUnderTest model = ReferenceModel.regressor()
                .builder()
                .trainingData(augmented(new Random(1)))
                .validationData(ToyData.values(10))
                .build();

        held(judge(check, model));
    }

    @Test
    void without_validation_data_there_is_nothing_to_read() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("there is no validation data; write .validationData(...)");
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .as(PlainPredictor::new)
                        .builder()
                        .validationData(ToyData.values(10))
                        .build()));
    }

    @Test
    void no_parts_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new ValidationReading(), new ReadingEvidence(8, List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no parts of the validation data");
    }

    private static ModelUnderTest validatedOn(Dataset data) {
        return ReferenceModel.regressor().builder().validationData(data).build();
    }

    private static Dataset augmented(Random random) {
        Dataset original = Dataset.of(ToyData.values(100));
        return new Dataset() {
            @Override
            public int size() {
                return original.size();
            }

            @Override
            public Batch examples(int... indices) {
                Batch batch = original.examples(indices);
                ArrayTensor input = batch.input("input");
                return batch.withInputs(NamedTensors.of(
                        "input", input.map(value -> value + 0.1 * random.nextGaussian())));
            }
        };
    }
}
