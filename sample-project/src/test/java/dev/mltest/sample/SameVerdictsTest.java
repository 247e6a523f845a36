package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whichever of the frameworks a task was solved in, every check says the same of it. */
class SameVerdictsTest {

    private static final long SEED = 42;

    /**
     * What may be held in one framework and not be examined in the other: dropout between layers
     * cannot be seen by itself in both, and weights drawn by other generators may start on either
     * side of chance.
     */
    private static final Set<String> SEEN_OTHERWISE = Set.of(
            "training-noise-keeps-the-scale",
            "training-noise-leaves-the-signal",
            "steps-are-long-enough");

    static Stream<Arguments> models_of_one_task() {
        return Stream.of(
                arguments(new ShapeClassifierTest().model(), new Dl4jShapeClassifierTest().model()),
                arguments(
                        new LanguageIdentifierTest().model(),
                        new Dl4jLanguageIdentifierTest().model()),
                arguments(new AreaEstimatorTest().model(), new Dl4jAreaEstimatorTest().model()),
                arguments(new RandomFeaturesTest().model(), new Dl4jRandomFeaturesTest().model()));
    }

    @ParameterizedTest
    @MethodSource("models_of_one_task")
    void get_the_same_verdicts(ModelUnderTest inDjl, ModelUnderTest inDl4j) {
        assertThat(verdicts(inDl4j)).isEqualTo(verdicts(inDjl));
    }

    private static List<String> verdicts(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            return new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.suite(), SEED).stream()
                            .map(SameVerdictsTest::verdict)
                            .toList();
        }
    }

    private static String verdict(CheckReport report) {
        if (SEEN_OTHERWISE.contains(report.checkId())) {
            boolean violated = report.outcome() instanceof Outcome.Violated;
            return report.checkId() + (violated ? " violated" : " not violated");
        }
        String reason = report.outcome() instanceof Outcome.NotApplicable notApplicable
                ? ": " + notApplicable.reason()
                : "";
        return report.checkId() + " " + report.outcome().label() + reason;
    }
}
