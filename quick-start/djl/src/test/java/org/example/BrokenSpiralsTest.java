package org.example;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.nn.SequentialBlock;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.djl.Djl;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mistake that the quick start makes on purpose, and what it shows of it. */
class BrokenSpiralsTest {

    private static final Path APPROVED =
            Path.of("src", "test", "resources", "approved", "softmax-twice.txt");

    @Test
    void one_softmax_too_many_is_found() throws IOException {
        String message =
                catchThrowable(() -> assertThat(broken()).appliesSoftmaxOnce()).getMessage();

        assertThat(words(message)).isEqualTo(words(Files.readString(APPROVED)));
    }

    /** Without figures, whose last digits differ from processor to processor. */
    private static String words(String text) {
        return text.replaceAll("\\d+\\.\\d+(e-?\\d+)?", "#")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static ModelUnderTest broken() {
        return Djl.model("spirals", BrokenSpiralsTest::network)
                .task(Task.classification(3))
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(() -> Optimizer.adam().build())
                .trainingData(SpiralsTest.points())
                .build();
    }

    private static SequentialBlock network() {
        return SpiralsTest.network().addSingleton(scores -> scores.softmax(-1));
    }
}
