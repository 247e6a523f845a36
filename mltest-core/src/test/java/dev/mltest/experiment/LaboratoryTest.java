package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Answer.Seen;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.evidence.Subject;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class LaboratoryTest {

    @Nested
    class Asks_once {

        @Test
        void for_each_seed() {
            Counting counting = new Counting();
            try (Laboratory laboratory = new Laboratory(model())) {
                Answer<?> first = laboratory.ask(counting, 1);
                Answer<?> again = laboratory.ask(new Counting(), 1);
                laboratory.ask(counting, 2);

                assertThat(again).isSameAs(first);
                assertThat(laboratory.recordings())
                        .extracting(Recorded::question, Recorded::seed)
                        .containsExactly(tuple("counting", 1L), tuple("counting", 2L));
            }
            assertThat(counting.performed).hasValue(2);
        }

        @Test
        void for_all_checks_of_a_suite_together() {
            AtomicInteger steps = new AtomicInteger();
            ModelUnderTest model = ReferenceModel.classifier()
                    .as(network -> new DelegatingTrainable(network) {
                        @Override
                        public double step(Batch batch) {
                            steps.incrementAndGet();
                            return super.step(batch);
                        }
                    })
                    .build();
            try (Laboratory laboratory = new Laboratory(model)) {
                CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
                runner.run(DefaultChecks.suite(), 1);
                int once = steps.get();

                runner.run(DefaultChecks.suite(), 1);

                assertThat(steps).hasValue(once);
                assertThat(laboratory.spent().steps()).isEqualTo(once);
                assertThat(laboratory.recordings()).doesNotHaveDuplicates();
            }
        }

        @Test
        void and_knows_what_it_asked() {
            try (Laboratory laboratory = new Laboratory(model())) {
                laboratory.ask(new Start(), 1);

                assertThat(laboratory.knows(new Start(), 1)).isTrue();
                assertThat(laboratory.knows(new Start(), 2)).isFalse();
                assertThat(laboratory.knows(new Mixing(), 1)).isFalse();
            }
        }
    }

    @Nested
    class Answers {

        @Test
        void do_not_depend_on_the_order_of_questions() {
            List<Experiment<?>> forward = Experiments.all().toList();
            List<Experiment<?>> backward = new ArrayList<>(forward);
            Collections.reverse(backward);

            assertThat(evidence(forward)).isEqualTo(evidence(backward));
        }

        @Test
        void depend_on_the_seed() {
            try (Laboratory laboratory = new Laboratory(model())) {
                assertThat(weightNorms(laboratory, 1)).isNotEqualTo(weightNorms(laboratory, 2));
            }
        }

        @Test
        void come_again_from_another_laboratory() {
            assertThat(evidence(Experiments.all().toList()))
                    .isEqualTo(evidence(Experiments.all().toList()));
        }

        @Test
        void stay_readable_after_closing() {
            Laboratory laboratory = new Laboratory(model());
            Answer<StartEvidence> answer = laboratory.ask(new Start(), 1);

            laboratory.close();

            assertThat(laboratory.ask(new Start(), 1)).isSameAs(answer);
        }

        private List<Double> weightNorms(Laboratory laboratory, long seed) {
            return ((Seen<StartEvidence>) laboratory.ask(new Start(), seed))
                    .evidence()
                    .weightNorms();
        }

        private Map<String, Evidence> evidence(List<Experiment<?>> questions) {
            Map<String, Evidence> evidence = new LinkedHashMap<>();
            try (Laboratory laboratory = new Laboratory(model())) {
                questions.forEach(question ->
                        evidence.put(question.id(), seen(laboratory, question).evidence()));
            }
            return evidence;
        }
    }

    @Nested
    class Leaves_the_model_as_it_was {

        @ParameterizedTest
        @MethodSource("dev.mltest.experiment.Experiments#all")
        void bit_for_bit(Experiment<?> experiment) {
            ReferenceNetwork untouched = ReferenceModel.classifier().network(1);
            List<ReferenceNetwork> made = new ArrayList<>();
            try (Laboratory laboratory = new Laboratory(remembering(made))) {
                laboratory.ask(experiment, 1);
            }

            assertThat(state(made.get(0))).isEqualTo(state(untouched));
        }

        @Test
        void although_the_experiment_throws() {
            List<ReferenceNetwork> made = new ArrayList<>();
            try (Laboratory laboratory = new Laboratory(remembering(made))) {
                assertThatThrownBy(() -> laboratory.ask(new Failing(), 1))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("half way");
                assertThat(laboratory.knows(new Failing(), 1)).isFalse();
            }

            assertThat(state(made.get(0)))
                    .isEqualTo(state(ReferenceModel.classifier().network(1)));
        }

        /** Values, what the optimiser does next, and what noise comes next. */
        private List<Object> state(ReferenceNetwork network) {
            List<Object> state = new ArrayList<>(values(network));
            Batch batch = model().trainingData().examples(0, 1, 2, 3);
            state.add(network.evaluate(batch, Mode.TRAINING).loss());
            network.step(batch);
            network.step(batch);
            state.addAll(values(network));
            return state;
        }

        private List<ArrayTensor> values(Trainable network) {
            return network.parameters().stream()
                    .map(Parameter::path)
                    .map(path -> network.value(path).toArray())
                    .toList();
        }

        private ModelUnderTest remembering(List<ReferenceNetwork> made) {
            return Experiments.declared(ReferenceModel.classifier().as(network -> {
                made.add(network);
                return network;
            }));
        }
    }

    @Nested
    class Keeps_few_models_open {

        private final List<Closing> made = new ArrayList<>();

        @Test
        void and_closes_the_one_used_least_recently() {
            try (Laboratory laboratory = laboratory()) {
                IntStream.range(0, 4).forEach(seed -> laboratory.ask(new Start(), seed));
                laboratory.ask(new LossByExample(), 0);
                assertThat(made).noneMatch(model -> model.closed > 0);

                laboratory.ask(new Start(), 4);

                assertThat(made).extracting(model -> model.closed).containsExactly(0, 1, 0, 0, 0);
            }
        }

        @Test
        void and_closes_each_exactly_once_in_the_end() {
            try (Laboratory laboratory = laboratory()) {
                IntStream.range(0, 7).forEach(seed -> laboratory.ask(new Start(), seed));
            }

            assertThat(made).hasSize(7).allMatch(model -> model.closed == 1);
        }

        @Test
        void and_makes_a_closed_one_anew_with_the_same_answers() {
            try (Laboratory laboratory = laboratory();
                    Laboratory fresh = laboratory()) {
                IntStream.range(0, 5).forEach(seed -> laboratory.ask(new Start(), seed));

                assertThat(seen(laboratory, new LossByExample(), 0).evidence())
                        .isEqualTo(seen(fresh, new LossByExample(), 0).evidence());
            }
        }

        private Laboratory laboratory() {
            return new Laboratory(ReferenceModel.classifier()
                    .as(network -> {
                        Closing closing = new Closing(network);
                        made.add(closing);
                        return closing;
                    })
                    .build());
        }
    }

    @Test
    void several_threads_wait_for_each_other() throws Exception {
        Counting counting = new Counting();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Laboratory laboratory = new Laboratory(model())) {
            List<Future<Answer<StartEvidence>>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long seed = i % 3;
                answers.add(threads.submit(() -> laboratory.ask(counting, seed)));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(answers.get(i).get()).isSameAs(answers.get(i % 3).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(counting.performed).hasValue(3);
    }

    @Test
    void what_is_not_available_has_a_reason() {
        try (Laboratory laboratory = new Laboratory(
                ReferenceModel.classifier().as(PlainPredictor::new).build())) {
            assertThat(laboratory.ask(new Start(), 1))
                    .isEqualTo(new Answer.Unavailable<>("'toy-classifier' can only predict here:"
                            + " it has no loss and no gradients"));
            assertThat(laboratory.knows(new Start(), 1)).isTrue();
        }
    }

    @Test
    void a_question_that_is_no_experiment_costs_nothing_and_has_no_answer() {
        try (Laboratory laboratory = new Laboratory(model())) {
            assertThat(laboratory.price(new Unknown())).isEqualTo(Price.FREE);
            assertThat(laboratory.ask(new Unknown(), 1))
                    .isEqualTo(new Answer.Unavailable<>("no experiment answers 'unknown'"));
        }
    }

    @Test
    void the_subject_says_what_computed_as_soon_as_something_did() {
        try (Laboratory laboratory = new Laboratory(model())) {
            assertThat(laboratory.subject())
                    .isEqualTo(new Subject("toy-classifier", Task.classification(3), ""));

            laboratory.ask(new Start(), 1);

            assertThat(laboratory.subject().provenance()).isEqualTo("plain Java, cpu");
        }
    }

    private static ModelUnderTest model() {
        return Experiments.declared(ReferenceModel.classifier());
    }

    private static <E extends Evidence> Seen<E> seen(Laboratory laboratory, Question<E> question) {
        return seen(laboratory, question, 1);
    }

    private static <E extends Evidence> Seen<E> seen(
            Laboratory laboratory, Question<E> question, long seed) {
        Answer<E> answer = laboratory.ask(question, seed);
        assertThat(answer).isInstanceOf(Seen.class);
        return (Seen<E>) answer;
    }

    private static final class Counting implements Experiment<StartEvidence> {

        private final AtomicInteger performed = new AtomicInteger();

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public Class<StartEvidence> evidenceType() {
            return StartEvidence.class;
        }

        @Override
        public Price price(ModelUnderTest model) {
            return Price.FREE;
        }

        @Override
        public StartEvidence perform(Bench bench) {
            performed.incrementAndGet();
            return new StartEvidence(List.of(), List.of());
        }
    }

    private static final class Failing implements Experiment<StartEvidence> {

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public Class<StartEvidence> evidenceType() {
            return StartEvidence.class;
        }

        @Override
        public Price price(ModelUnderTest model) {
            return Price.FREE;
        }

        @Override
        public StartEvidence perform(Bench bench) {
            Trainable model = bench.trainable();
            model.step(bench.batch(0));
            throw new IllegalStateException("half way");
        }
    }

    private record Unknown() implements Question<StartEvidence> {

        @Override
        public String id() {
            return "unknown";
        }

        @Override
        public Class<StartEvidence> evidenceType() {
            return StartEvidence.class;
        }
    }

    private static final class Closing extends DelegatingTrainable {

        private int closed;

        Closing(Trainable model) {
            super(model);
        }

        @Override
        public void close() {
            closed++;
            super.close();
        }
    }
}
