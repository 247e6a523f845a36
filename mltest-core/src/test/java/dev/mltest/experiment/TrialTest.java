package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.TrialEvidence;
import dev.mltest.experiment.treatment.RedrawnWeights;
import dev.mltest.experiment.treatment.ReferenceDescent;
import dev.mltest.experiment.treatment.ScaledUpdate;
import dev.mltest.experiment.treatment.StandardInputs;
import dev.mltest.experiment.treatment.StandardTargets;
import dev.mltest.experiment.treatment.Unchanged;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

class TrialTest {

    static Stream<Treatment> treatments() {
        return Stream.of(
                new Unchanged(),
                new ScaledUpdate(-1),
                new ScaledUpdate(0.1),
                new StandardInputs(),
                new RedrawnWeights(),
                new StandardTargets(),
                new ReferenceDescent(Mode.TRAINING),
                new ReferenceDescent(Mode.INFERENCE));
    }

    static Stream<Experiment<?>> experiments() {
        return Stream.concat(
                treatments().map(Trial::new),
                Stream.of(
                        new PerfectOutputs(),
                        new Portrait(),
                        new Association(),
                        new HandSteps(List.of(ParameterPath.of("head/bias")))));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void costs_no_more_than_declared_and_leaves_the_model_as_it_was(Experiment<?> experiment) {
        Batch data = ToyData.values(256);
        ReferenceModel model = ReferenceModel.regressor()
                .data(Batch.of(
                        data.input("input").map(value -> 100 * value),
                        data.target().map(value -> 100 * value)));
        ReferenceNetwork[] made = new ReferenceNetwork[1];
        try (Laboratory laboratory =
                new Laboratory(model.as(network -> made[0] = network).build())) {
            laboratory.ask(new Start(), 1);
            List<Tensor> before = values(made[0]);
            var spent = laboratory.spent();

            assertThat(laboratory.ask(experiment, 1)).isInstanceOf(Answer.Seen.class);
            assertThat(laboratory.spent().minus(spent).isWithin(laboratory.price(experiment)))
                    .as("%s of %s", laboratory.spent().minus(spent), laboratory.price(experiment))
                    .isTrue();
            assertThat(values(made[0])).isEqualTo(before);
        }
    }

    @Test
    void the_same_treatment_is_tried_once() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            laboratory.ask(new Trial(new ScaledUpdate(0.1)), 1);

            assertThat(laboratory.knows(new Trial(new ScaledUpdate(0.1)), 1)).isTrue();
            assertThat(laboratory.knows(new Trial(new ScaledUpdate(0.01)), 1)).isFalse();
        }
    }

    @Test
    void an_update_that_is_not_scaled_is_the_optimizers_own() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            TrialEvidence own = seen(laboratory, new Unchanged());
            TrialEvidence scaled = seen(laboratory, new ScaledUpdate(1));

            assertThat(scaled.start()).isEqualTo(own.start());
            assertThat(scaled.best()).isCloseTo(own.best(), Offset.offset(0.02));
        }
    }

    @Test
    void what_is_near_one_already_is_not_scaled() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            assertThat(seen(laboratory, new StandardInputs()).isIdle()).isTrue();
            assertThat(seen(laboratory, new StandardTargets()).isIdle()).isTrue();
        }
    }

    private static TrialEvidence seen(Laboratory laboratory, Treatment treatment) {
        return ((Answer.Seen<TrialEvidence>) laboratory.ask(new Trial(treatment), 1)).evidence();
    }

    private static List<Tensor> values(ReferenceNetwork network) {
        return network.parameters().stream()
                .map(parameter -> network.value(parameter.path()).copy())
                .toList();
    }
}
