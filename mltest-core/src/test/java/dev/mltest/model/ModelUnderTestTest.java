package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelUnderTestTest {

    private static final ModelFactory FACTORY =
            (seed, device) -> ReferenceModel.classifier().network(seed);

    @Test
    void holds_what_was_given() {
        ModelUnderTest model = ModelUnderTest.named("digits", FACTORY)
                .task(Task.classification(3))
                .trainingData(ToyData.classes(10))
                .validationData(ToyData.classes(4))
                .batchSize(5)
                .frozen("backbone/**")
                .build();

        assertThat(model).hasToString("digits");
        assertThat(model.task()).isEqualTo(Task.classification(3));
        assertThat(model.trainingData().size()).isEqualTo(10);
        assertThat(model.validationData().orElseThrow().size()).isEqualTo(4);
        assertThat(model.batchSize()).isEqualTo(5);
        assertThat(model.declarations().frozen()).isPresent();
        assertThat(model.factory()).isSameAs(FACTORY);
    }

    @Test
    void has_a_batch_size_of_32_unless_stated() {
        assertThat(ReferenceModel.classifier().build().batchSize()).isEqualTo(32);
    }

    @Test
    void needs_a_name() {
        refuses(
                () -> ModelUnderTest.named(" ", FACTORY),
                "a model needs a name; write one that a colleague recognises in a report");
    }

    @Test
    void needs_a_task() {
        refuses(
                () -> ModelUnderTest.named("digits", FACTORY)
                        .trainingData(ToyData.classes(10))
                        .build(),
                "model 'digits' has no task; write .task(Task.classification(10))");
    }

    @Test
    void needs_training_data() {
        refuses(
                () -> ModelUnderTest.named("digits", FACTORY)
                        .task(Task.classification(3))
                        .build(),
                "model 'digits' has no training data; write .trainingData(...)");
    }

    @Test
    void needs_data_that_is_not_empty() {
        refuses(
                () -> ModelUnderTest.named("digits", FACTORY)
                        .task(Task.classification(3))
                        .trainingData(ToyData.classes(1).rows())
                        .build(),
                "model 'digits': the training data is empty; give it at least two examples");
    }

    @Test
    void needs_batches_that_can_be_compared() {
        refuses(
                () -> ModelUnderTest.named("digits", FACTORY).batchSize(1),
                "model 'digits': batchSize needs 2 or more, since several checks compare examples,"
                        + " but got 1");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: " + message);
    }
}
