package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Counterexample;
import dev.mltest.evidence.Counterexample.Form;
import dev.mltest.evidence.Counterexample.Picture;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class SimplificationTest {

    private static final Relation MIRRORED = Relation.invariantUnder(Transformations.flip(-1));

    @Test
    void one_pixel_is_left_of_an_image() {
        ModelUnderTest model = RowFunction.ofRows(batch(16, 1, 12, 12), image -> image.get(47));

        RelationEvidence evidence = examined(model, MIRRORED);
        Counterexample found = found(evidence);

        assertThat(found.before().shape()).isEqualTo(Shape.of(8, 1, 12, 12));
        assertThat(found.before().notZero()).isEqualTo(1152);
        assertThat(found.after().shape()).isEqualTo(Shape.of(1, 1, 12, 12));
        assertThat(found.after().notZero()).isEqualTo(1);
        assertThat(found.tries()).isLessThanOrEqualTo(Simplification.MOST_TRIES);
        assertThat(found.pictures())
                .extracting(Picture::title)
                .containsExactly("the input", "after a flip of axis -1");
        assertThat(found.pictures())
                .allSatisfy(picture -> assertThat(picture.values())
                        .hasSize(144)
                        .filteredOn(value -> value != 0)
                        .hasSize(1));
        assertThat(evidence.smallest())
                .matches(
                        "from 8 examples \\[8x1x12x12] to 1 example \\[1x1x12x12] with 1 value not 0"
                                + " \\(\\[0, 3, (0|11)]=-?1\\) under a flip of axis -1; \\d+ tries");
    }

    @Test
    void a_case_that_fails_in_company_only_keeps_as_few_examples_as_it_needs() {
        ModelUnderTest model = RowFunction.model(batch(16, 4), batch -> {
            ArrayTensor input = batch.inputs().first().toArray();
            double first = batch.size() < 3 ? 0 : input.get(0);
            return IntStream.range(0, batch.size())
                    .mapToDouble(row -> first + sum(input.rows(row)))
                    .toArray();
        });

        RelationEvidence evidence = examined(model, MIRRORED);

        assertThat(found(evidence).after().examples()).isEqualTo(3);
        assertThat(evidence.smallest())
                .contains("to 3 examples [3x4]", ", which alone do not fail;");
        assertThat(found(evidence).pictures()).isEmpty();
    }

    @Test
    void a_sequence_is_cut_with_its_mask() {
        Batch sequences = batch(16, 24, 2);
        Batch masked = new Batch(
                sequences.inputs(),
                sequences.targets(),
                NamedTensors.of(
                        "input", ArrayTensor.filled(ElementType.FLOAT32, Shape.of(16, 24), 1)));
        ModelUnderTest model = RowFunction.model(masked, batch -> {
            assertThat(batch.masks().first().shape().size(1))
                    .isEqualTo(batch.inputs().first().shape().size(1));
            ArrayTensor input = batch.inputs().first().toArray();
            return IntStream.range(0, batch.size())
                    .mapToDouble(row -> input.rows(row).get(2))
                    .toArray();
        });

        Form after = found(examined(model, Relation.invariantUnder(Transformations.flip(1))))
                .after();

        assertThat(after.shape()).isEqualTo(Shape.of(1, 2, 2));
        assertThat(after.notZero()).isEqualTo(1);
    }

    @Test
    void a_model_that_refuses_shorter_sequences_is_left_its_length() {
        ModelUnderTest model = RowFunction.ofRows(batch(16, 6, 2), row -> {
            if (row.length() != 12) {
                throw new IllegalArgumentException("needs 12 values");
            }
            return row.get(0);
        });

        assertThat(found(examined(model, MIRRORED)).after().shape()).isEqualTo(Shape.of(1, 6, 2));
    }

    @Test
    void a_simpler_change_is_taken_if_it_fails_as_well() {
        Transformation shift = new Transformation() {
            @Override
            public String describe() {
                return "a shift";
            }

            @Override
            public Drawn draw(java.util.random.RandomGenerator random) {
                return by(3, List.of(by(1, List.of()), by(2, List.of())));
            }
        };
        ModelUnderTest model = RowFunction.ofRows(batch(16, 4), row -> row.get(0));

        RelationEvidence evidence = examined(model, Relation.invariantUnder(shift));

        assertThat(found(evidence).before().transformation()).isEqualTo("shift by 3");
        assertThat(found(evidence).after().transformation()).isEqualTo("shift by 1");
        assertThat(evidence.smallest())
                .startsWith("from 8 examples [8x4] under shift by 3 to 1 example [1x4]")
                .contains("under shift by 1;");
    }

    @Test
    void values_get_as_round_as_they_may() {
        ModelUnderTest above = RowFunction.ofRows(
                batch(16, 4), row -> row.get(0) > 0.25 && row.get(0) < 0.9 ? row.get(0) : 0);

        assertThat(examined(above, MIRRORED).smallest()).containsPattern("=0\\.\\d000\\)");
    }

    @Test
    void it_fails_clearly_and_does_the_same_again() {
        ModelUnderTest model = RowFunction.ofRows(batch(16, 9), row -> row.get(0) * row.get(4));

        Counterexample one = found(examined(model, MIRRORED));

        assertThat(one.error()).isGreaterThan(one.tolerance());
        assertThat(found(examined(model, MIRRORED))).isEqualTo(one);
    }

    @Test
    void what_stays_large_is_not_printed() {
        ModelUnderTest model = RowFunction.ofRows(batch(16, 20), row -> {
            boolean isFull = IntStream.range(0, 20).allMatch(i -> row.get(i) != 0);
            return isFull ? row.get(0) : 0;
        });

        assertThat(examined(model, MIRRORED).smallest()).contains("with 20 values not 0 under");
    }

    private static Transformation.Drawn by(int places, List<Transformation.Drawn> simpler) {
        Transformation.Drawn drawn = Transformations.of(
                        "shift by " + places,
                        x -> TensorMoves.along(x, 1, i -> Math.floorMod(i - places, 4)))
                .draw(new java.util.SplittableRandom(1));
        return new Transformation.Drawn(
                drawn.description(), drawn.onInputs(), drawn.onOutput(), simpler);
    }

    static Batch batch(long... sizes) {
        Shape shape = Shape.of(sizes);
        double[] values = IntStream.range(0, (int) shape.elements())
                .mapToDouble(i -> Math.sin(1 + i * 1.37) + 0.001)
                .toArray();
        return Batch.of(
                ArrayTensor.of(ElementType.FLOAT32, shape, values),
                ArrayTensor.filled(ElementType.FLOAT32, Shape.of(sizes[0], 1), 0));
    }

    static RelationEvidence examined(ModelUnderTest model, Relation relation) {
        try (Laboratory laboratory = new Laboratory(model)) {
            Answer<RelationEvidence> answer = laboratory.ask(new RelationCases(relation), 1);
            assertThat(answer).isInstanceOf(Answer.Seen.class);
            return ((Answer.Seen<RelationEvidence>) answer).evidence();
        }
    }

    private static Counterexample found(RelationEvidence evidence) {
        assertThat(evidence.counterexamples()).hasSize(1);
        return evidence.counterexamples().get(0);
    }

    private static double sum(ArrayTensor row) {
        double sum = 0;
        for (int i = 0; i < row.length(); i++) {
            sum += row.get(i);
        }
        return sum;
    }
}
