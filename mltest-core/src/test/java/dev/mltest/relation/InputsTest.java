package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class InputsTest {

    private static final Relation MIRRORED = Relation.invariantUnder(Transformations.flip(-1));
    private static final Batch DATA = SimplificationTest.batch(16, 4);

    @Test
    void the_data_and_the_data_moved_are_the_usual_inputs() {
        assertThat(inputsOf(summing())).containsExactly("", "data moved by 1 %");
    }

    @Test
    void what_is_declared_replaces_them() {
        Inputs random = Inputs.generated(
                "random rows",
                generator -> DATA.rows(generator.nextInt(16), generator.nextInt(16)));

        assertThat(inputsOf(summing().declaring(random))).containsExactly("random rows");
        assertThat(inputsOf(summing().declaring(Inputs.fromData().and(random))))
                .containsExactly("", "random rows");
        assertThat(casesOf(summing().declaring(random))).hasSize(2);
    }

    @Test
    void generated_inputs_find_what_the_data_does_not_show() {
        ModelUnderTest model = RowFunction.ofRows(
                DATA, row -> row.get(0) > 3 ? row.get(0) : row.get(0) + row.get(3));
        Batch large = Batch.of(
                ArrayTensor.ofFloats(Shape.of(1, 4), 7, 0, 0, 1),
                ArrayTensor.ofFloats(Shape.of(1, 1), 0));

        assertThat(SimplificationTest.examined(model, MIRRORED).counterexamples())
                .isEmpty();
        assertThat(SimplificationTest.examined(
                                model.declaring(Inputs.generated("large rows", r -> large)),
                                MIRRORED)
                        .counterexamples())
                .hasSize(1);
    }

    @Test
    void further_inputs_are_left_alone_if_the_data_fails() {
        ModelUnderTest model = RowFunction.ofRows(DATA, row -> row.get(0));

        assertThat(inputsOf(model)).containsExactly("");
    }

    @Test
    void what_is_0_stays_0_and_others_move_a_little() {
        Batch data = Batch.of(
                ArrayTensor.ofFloats(Shape.of(2, 2), 0, 1.5f, 0.5f, -2.5f),
                ArrayTensor.ofFloats(Shape.of(2, 1), 0, 0));

        double[] near = near(data, 0.1).toDoubles();

        assertThat(near[0]).isZero();
        assertThat(near[1]).isNotEqualTo(1.5).isBetween(1.35, 1.65);
        assertThat(near[3]).isNotEqualTo(-2.5).isBetween(-2.75, -2.25);
    }

    @Test
    void tokens_are_exchanged_for_tokens_seen_there_but_never_for_padding() {
        long[] tokens = {5, 7, 0, 9, 4, 3, 8, 2, 0, 6, 1, 0};
        Batch data = Batch.of(
                ArrayTensor.ofLongs(Shape.of(4, 3), tokens),
                ArrayTensor.ofFloats(Shape.of(4, 1), 0, 0, 0, 0));

        long[] near = near(data, 0.01).toLongs();

        assertThat(near).isNotEqualTo(tokens);
        for (int i = 0; i < near.length; i++) {
            int column = i % 3;
            assertThat(near[i])
                    .isIn(List.of(
                            tokens[column],
                            tokens[column + 3],
                            tokens[column + 6],
                            tokens[column + 9]));
            assertThat(near[i] == 0).isEqualTo(tokens[i] == 0);
        }
    }

    @Test
    void one_hot_rows_stay_as_they_are() {
        Batch data = Batch.of(
                ArrayTensor.ofFloats(Shape.of(2, 3), 0, 1, 0, 1, 0, 0),
                ArrayTensor.ofFloats(Shape.of(2, 1), 0, 0));

        assertThat(near(data, 0.01)).isEqualTo(data.input("input"));
    }

    @Test
    void outputs_that_are_not_finite_are_a_finding_on_the_data_only() {
        ModelUnderTest logarithm = RowFunction.ofRows(
                DATA, row -> Arrays.stream(row.toDoubles()).map(Math::log).sum());
        Inputs same = Inputs.generated("the same again", random -> DATA.firstRows(8));

        assertThat(SimplificationTest.examined(logarithm, MIRRORED).cases())
                .anyMatch(found -> Double.isNaN(found.error()));
        try (Laboratory laboratory = new Laboratory(logarithm.declaring(same))) {
            assertThat(laboratory.ask(new RelationCases(MIRRORED), 1))
                    .isEqualTo(new Answer.Unavailable<>(RelationCases.NOTHING_DECIDED));
        }
    }

    @Test
    void an_empty_batch_holds_no_case() {
        Inputs none = Inputs.generated("no rows", random -> DATA.firstRows(0));

        try (Laboratory laboratory = new Laboratory(summing().declaring(none))) {
            assertThat(laboratory.ask(new RelationCases(MIRRORED), 1))
                    .isInstanceOf(Answer.Unavailable.class);
        }
    }

    @Test
    void sums_whose_terms_cancel_are_no_failure() {
        ModelUnderTest sum = RowFunction.ofRows(DATA, row -> {
            float total = 0;
            for (int i = 0; i < row.length(); i++) {
                total += (float) row.get(i);
            }
            return (double) total;
        });
        for (int seed = 0; seed < 200; seed++) {
            Batch cancelling = Batch.of(
                    ArrayTensor.ofFloats(Shape.of(1, 4), 1e18f, 1 + seed, 3, -1e18f),
                    ArrayTensor.ofFloats(Shape.of(1, 1), 0));
            Inputs inputs = Inputs.generated("cancelling " + seed, random -> cancelling);

            assertThat(SimplificationTest.examined(
                                    sum.declaring(inputs),
                                    Relation.invariantUnder(Transformations.permutation(1)))
                            .counterexamples())
                    .isEmpty();
        }
    }

    @Test
    void misuse_says_what_to_write() {
        assertThatThrownBy(() -> Inputs.nearData(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("write nearData(0.01)");
        assertThatThrownBy(() -> Inputs.generated(" ", random -> DATA))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("description");
    }

    private static ModelUnderTest summing() {
        return RowFunction.ofRows(DATA, row -> Arrays.stream(row.toDoubles()).sum());
    }

    private static List<Case> casesOf(ModelUnderTest model) {
        return SimplificationTest.examined(model, MIRRORED).cases();
    }

    private static List<String> inputsOf(ModelUnderTest model) {
        return casesOf(model).stream().map(Case::inputs).distinct().toList();
    }

    private static ArrayTensor near(Batch data, double size) {
        return new NearData(size).draw(data, new SplittableRandom(1)).input("input");
    }
}
