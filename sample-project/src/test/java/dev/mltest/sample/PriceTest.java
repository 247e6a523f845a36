package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Recorded;
import dev.mltest.experiment.BudgetedTraining;
import dev.mltest.experiment.Experiment;
import dev.mltest.experiment.FiniteSweep;
import dev.mltest.experiment.GradientCourse;
import dev.mltest.experiment.InputGaps;
import dev.mltest.experiment.InputUse;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Modes;
import dev.mltest.experiment.OutputBias;
import dev.mltest.experiment.OutputReach;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.experiment.PenaltyRest;
import dev.mltest.experiment.PrecisionShadow;
import dev.mltest.experiment.Slopes;
import dev.mltest.experiment.Stress;
import dev.mltest.experiment.Superposition;
import dev.mltest.experiment.TokenGaps;
import dev.mltest.experiment.UpdateCourse;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Trainable;
import dev.mltest.relation.DeclaredRelations;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The default suite costs what it says, and asks nothing twice. */
class PriceTest {

    private static final long SEED = 42;

    /** Those that stop early once they know enough, and say at most what they cost. */
    private static final Set<String> AT_MOST = Set.of(
            new OverfitOneBatch().id(),
            new DeclaredRelations().id(),
            new BudgetedTraining().id(),
            new UpdateCourse().id(),
            new OutputBias().id(),
            new OutputReach().id(),
            new InputUse().id(),
            new InputGaps().id(),
            new TokenGaps().id(),
            new PenaltyRest().id(),
            new Modes().id(),
            new Slopes().id(),
            new PrecisionShadow().id(),
            new Stress().id(),
            new FiniteSweep().id(),
            new GradientCourse().id(),
            new Superposition().id());

    static Stream<ModelUnderTest> sample_models() {
        return Stream.of(
                new ShapeClassifierTest().model(),
                new LanguageIdentifierTest().model(),
                new Dl4jLanguageIdentifierTest().model());
    }

    @ParameterizedTest
    @MethodSource("sample_models")
    void what_is_counted_is_what_was_declared(ModelUnderTest model) {
        CountingModel.Count count = new CountingModel.Count();
        try (Laboratory laboratory = new Laboratory(counted(model, count))) {
            new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), SEED);

            List<Recorded> recordings = laboratory.recordings();
            recordings.forEach(recorded -> requireDeclared(laboratory, recorded));
            assertThat(count.total()).isEqualTo(sum(recordings));
            assertThat(count.models())
                    .as("three seeds, and three to compare with")
                    .isEqualTo(6);
            System.out.printf(
                    "price of the default suite on %s: %s, at most %s was declared%n",
                    model.name(), count.total(), DefaultChecks.suite().price(laboratory));
        }
    }

    @ParameterizedTest
    @MethodSource("sample_models")
    void no_experiment_runs_twice(ModelUnderTest model) {
        CountingModel.Count count = new CountingModel.Count();
        try (Laboratory laboratory = new Laboratory(counted(model, count))) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            runner.run(DefaultChecks.suite(), SEED);
            Price once = count.total();
            runner.run(DefaultChecks.suite(), SEED);

            assertThat(count.total()).isEqualTo(once);
            assertThat(laboratory.recordings().stream()
                            .collect(Collectors.groupingBy(
                                    recorded -> recorded.question() + recorded.seed(),
                                    Collectors.counting()))
                            .values())
                    .containsOnly(1L);
        }
    }

    private static void requireDeclared(Laboratory laboratory, Recorded recorded) {
        if (!(recorded.answer() instanceof Answer.Seen<?> seen)) {
            return;
        }
        Price declared = laboratory.price(experiment(recorded.question()));
        if (AT_MOST.contains(recorded.question())) {
            assertThat(seen.spent().isWithin(declared)).as(recorded.question()).isTrue();
        } else {
            assertThat(withoutCopies(seen.spent()))
                    .as(recorded.question())
                    .isEqualTo(withoutCopies(declared));
        }
        if (seen.evidence() instanceof OverfitEvidence overfit) {
            assertThat(seen.spent().steps())
                    .isEqualTo(overfit.real().steps()
                            + overfit.ablated().steps()
                            + overfit.leftover().fewer().stream()
                                    .mapToInt(OverfitEvidence.Fewer::steps)
                                    .sum());
        }
    }

    private static Experiment<?> experiment(String id) {
        return DefaultChecks.suite().checks().stream()
                .flatMap(check -> check.needs().stream())
                .filter(question -> question.id().equals(id))
                .map(question -> (Experiment<?>) question)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is asked by no default check"));
    }

    private static Price sum(List<Recorded> recordings) {
        return recordings.stream()
                .filter(recorded -> recorded.answer() instanceof Answer.Seen<?>)
                .map(recorded -> ((Answer.Seen<?>) recorded.answer()).spent())
                .reduce(Price.FREE, Price::plus);
    }

    private static Price withoutCopies(Price price) {
        return new Price(price.forwards(), price.backwards(), price.steps(), 0);
    }

    private static ModelUnderTest counted(ModelUnderTest model, CountingModel.Count count) {
        ModelUnderTest.Builder builder = ModelUnderTest.named(
                        model.name(),
                        (seed, device) -> CountingModel.around(
                                (Trainable) model.factory().create(seed, device), count))
                .task(model.task())
                .trainingData(model.trainingData())
                .batchSize(model.batchSize());
        model.declarations().of(dev.mltest.model.Declaration.class).forEach(builder::declare);
        return builder.build();
    }
}
