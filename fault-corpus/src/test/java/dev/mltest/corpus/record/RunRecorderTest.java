package dev.mltest.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.program.Loop;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

class RunRecorderTest {

    private static final long SEED = 3;

    static List<Program> programs() {
        return Corpus.entries().stream()
                .filter(entry -> entry.listing().id().equals("M1"))
                .map(entry -> entry.program())
                .toList();
    }

    private static int steps(Program program) {
        return program.data().epochs() * stepsOfAnEpoch(program);
    }

    private static int stepsOfAnEpoch(Program program) {
        int batch = program.data().batchSize();
        return (program.data().training().size() + batch - 1) / batch;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void records_all_of_a_training(Program program) {
        RunEvidence run = RunRecorder.record(program, SEED);

        assertThat(run.gaps()).isEmpty();
        assertThat(run.ended()).isEqualTo(RunEvidence.FINISHED);
        assertThat(run.losses()).hasSize(steps(program)).allMatch(Double::isFinite);
        assertThat(run.epochs()).hasSize(program.data().epochs()).allSatisfy(epoch -> {
            assertThat(epoch.trainingScore()).isBetween(0.3, 1.0);
            assertThat(epoch.validationScore()).isBetween(0.2, 1.0);
            assertThat(epoch.validationLoss()).isPositive();
        });
        assertThat(run.looks()).hasSizeBetween(12, 16);
        assertThat(run.start().loss()).isBetween(0.5, 3.0);
        assertThat(run.start().lossTakesLogits()).containsExactly(!run.setting().isProbabilities());
        assertThat(run.start().repeated()).hasSize(4);
        assertThat(run.data().classShares()).hasSize(3);
        assertThat(run.data().inputs().get(0).features()).hasSize(6);
        assertThat(run.oneBatch().bestError()).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void sees_parameters_gradients_and_layers_at_every_look(Program program) {
        RunEvidence run = RunRecorder.record(program, SEED);

        assertThat(run.looks()).allSatisfy(look -> {
            assertThat(look.dataLoss()).isCloseTo(look.loss(), within(1e-5));
            assertThat(look.trainable()).hasSize(6).allSatisfy(parameter -> {
                assertThat(parameter.changed()).isPositive();
                assertThat(parameter.gradient().get(0).norm()).isPositive();
                assertThat(parameter.change().norm()).isPositive();
            });
            assertThat(look.weights()).hasSize(3);
            assertThat(look.layers()).hasSameSizeAs(run.setting().layers());
            assertThat(look.outputs().get(0).width()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void leaves_the_training_bit_for_bit_as_it_is(Program program) {
        Gaps gaps = new Gaps();
        Setting setting = RunRecorder.record(program, SEED).setting();
        Map<String, ArrayTensor> watched;
        Map<String, ArrayTensor> plain;
        int looks;

        try (Run run = program.start(SEED)) {
            Recording recording = new Recording(program, run, setting, SEED, gaps);
            recording.start(setting);
            program.train(run, SEED, recording);
            looks = recording.looks().size();
            watched = run.parameters();
        }
        try (Run run = program.start(SEED)) {
            program.train(run, SEED, Watch.nothing());
            plain = run.parameters();
        }

        assertThat(looks).isGreaterThan(10);
        assertThat(watched).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void keeps_what_was_seen_before_a_training_broke_off(Program program) {
        RunEvidence run = RunRecorder.record(program.trainedBy(new Breaking()), SEED);

        assertThat(run.ended()).isEqualTo("threw java.lang.IllegalStateException: enough");
        assertThat(run.losses()).hasSize(40);
        assertThat(run.looks()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.epochs()).hasSize(40 / stepsOfAnEpoch(program));
        assertThat(run.oneBatch().steps()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void goes_on_when_numbers_are_lost(Program program) {
        RunEvidence run = RunRecorder.record(program.trainedBy(new Losing()), SEED);

        assertThat(run.losses()).contains(Double.NaN);
        assertThat(run.looks())
                .last()
                .satisfies(look -> assertThat(look.parameters())
                        .anyMatch(parameter -> parameter.nonFiniteAfter() > 0));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void can_be_written_and_read_back(Program program) throws JsonProcessingException {
        RunEvidence run = RunRecorder.record(program, SEED);
        ObjectMapper json = JsonMapper.builder()
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .build();

        String written = json.writeValueAsString(run);

        assertThat(json.readValue(written, RunEvidence.class)).isEqualTo(run);
    }

    private static final class Breaking extends Loop {

        private int steps;

        @Override
        protected Batch next(Program program, Dataset training, int[] order, int from) {
            if (steps++ == 40) {
                throw new IllegalStateException("enough");
            }
            return super.next(program, training, order, from);
        }
    }

    private static final class Losing extends Loop {

        private int steps;

        @Override
        protected Batch next(Program program, Dataset training, int[] order, int from) {
            Batch batch = super.next(program, training, order, from);
            return steps++ < 40
                    ? batch
                    : batch.withInputs(batch.inputs()
                            .map((name, tensor) -> tensor.toArray().map(value -> Double.NaN)));
        }
    }
}
