package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class RotationTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void a_rotation_keeps_lengths_and_orientation(int size) {
        for (int seed = 0; seed < 50; seed++) {
            double[][] turned = matrix(Transformations.rotation().draw(new Random(seed)), size);

            assertThat(Orthogonal.determinant(turned)).isCloseTo(1, within(1e-12));
            assertOrthogonal(turned);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_reflection_turns_the_orientation_round(int size) {
        double[][] turned = matrix(Transformations.reflection().draw(new Random(1)), size);

        assertThat(Orthogonal.determinant(turned)).isCloseTo(-1, within(1e-12));
        assertOrthogonal(turned);
    }

    @Test
    void rotations_of_the_plane_have_all_angles_alike() {
        int[] quadrants = new int[4];
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            double[][] turned = matrix(Transformations.rotation().draw(new Random(seed)), 2);
            quadrants[(turned[0][0] > 0 ? 1 : 0) + (turned[0][1] > 0 ? 2 : 0)]++;
        }
        double deviation = Math.sqrt(draws * 0.25 * 0.75);
        for (int count : quadrants) {
            assertThat((double) count).isCloseTo(draws / 4.0, within(4.5 * deviation));
        }
    }

    @Test
    void a_quarter_turn_is_exact() {
        Drawn quarter = Transformations.rotation().draw(new Random(1)).simpler().get(0);

        assertThat(quarter.onOutput()
                        .apply(ArrayTensor.ofDoubles(Shape.of(1, 3), 1, 2, 3))
                        .toDoubles())
                .containsExactly(-2, 1, 3);
    }

    @Test
    void points_need_two_coordinates() {
        assertThatThrownBy(() -> Transformations.rotation()
                        .draw(new Random(1))
                        .onOutput()
                        .apply(ArrayTensor.ofDoubles(Shape.of(3, 1), 1, 2, 3)))
                .hasMessage(
                        "configuration: a rotation needs points with 2 or more coordinates along"
                                + " the last axis, but got [3x1]; write rotation() for inputs"
                                + " [N x points x 3], for example");
    }

    private static void assertOrthogonal(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                double dot = 0;
                for (int k = 0; k < matrix.length; k++) {
                    dot += matrix[i][k] * matrix[j][k];
                }
                assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    /** Rows are the images of the unit vectors. */
    private static double[][] matrix(Drawn drawn, int size) {
        double[] unit = new double[size * size];
        for (int i = 0; i < size; i++) {
            unit[i * size + i] = 1;
        }
        double[] images = drawn.onOutput()
                .apply(ArrayTensor.ofDoubles(Shape.of(size, size), unit))
                .toDoubles();
        double[][] rows = new double[size][size];
        for (int i = 0; i < images.length; i++) {
            rows[i / size][i % size] = images[i];
        }
        return rows;
    }
}
