package dev.mltest.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.spi.ModelAdapters;
import dev.mltest.testing.Accusations;
import dev.mltest.testing.ToyData;
import dev.mltest.tiny.TinyLayers.Dense;
import dev.mltest.tiny.TinyLayers.Tanh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class TinyDefaultSuiteTest {

    private static final Dense HIDDEN = new Dense("hidden", ToyData.FEATURES, 32);
    private static final Tanh TANH = new Tanh("tanh");
    private static final Dense HEAD = new Dense("head", 32, ToyData.CLASSES);

    /** Lets everything through, and no gradient back. */
    private record Cut(String name) implements TinyLayer {

        @Override
        public Traced forward(double[][] rows, Map<String, TinyWeight> weights) {
            return new Traced(rows, gradient -> new double[rows.length][rows[0].length]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_correct_classifier_is_accused_of_nothing(long seed) {
        try (Laboratory laboratory = new Laboratory(classifier(HIDDEN, TANH, HEAD))) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports = runner.run(DefaultChecks.suite(), seed);

            assertThat(reports).noneMatch(report -> report.outcome() instanceof Outcome.Violated);
            assertThat(reports)
                    .filteredOn(report -> report.outcome() instanceof Outcome.Held)
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void a_layer_that_no_gradient_reaches_is_named() {
        Accusations accusations =
                Accusations.against(classifier(HIDDEN, TANH, new Cut("cut"), HEAD));

        assertThat(accusations.checks())
                .containsExactly(
                        "gradients-reach-every-parameter", "training-changes-every-parameter");
        assertThat(accusations.places("gradients-reach-every-parameter"))
                .containsExactly("hidden/bias [32]", "hidden/weight [32x4]");
    }

    @Test
    void a_native_network_is_claimed_by_the_adapter() {
        TinyAdapter adapter = new TinyAdapter();

        assertThat(ModelAdapters.claiming(CarrierNets.tied(1), List.of(adapter)))
                .isSameAs(adapter);
    }

    private static ModelUnderTest classifier(TinyLayer... layers) {
        return Tiny.model("tiny classifier", seed -> CarrierNets.classifier(seed, layers))
                .task(Task.classification(ToyData.CLASSES))
                .trainingData(ToyData.classes(64))
                .build();
    }
}
