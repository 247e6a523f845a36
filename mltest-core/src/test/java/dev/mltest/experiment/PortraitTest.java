package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.PortraitEvidence;
import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.evidence.Recorded;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class PortraitTest {

    @Test
    void every_value_of_inputs_labels_weights_and_activations_is_counted() {
        PortraitEvidence portrait = portrait(ReferenceModel.classifier());

        assertThat(portrait.examples()).isEqualTo(128);
        assertThat(portrait.inputs()).singleElement().satisfies(input -> {
            assertThat(input.name()).isEqualTo("input");
            assertThat(total(input)).isEqualTo(128 * 4);
        });
        assertThat(portrait.weights())
                .extracting(Histogram::name)
                .contains("first/weight", "head/bias");
        assertThat(portrait.weights())
                .allMatch(weight -> total(weight) == weight.shape().elements());
        assertThat(portrait.activations()).extracting(Histogram::name).contains("relu", "head");
    }

    @Test
    void class_labels_are_counted_one_by_one_in_either_form() {
        Batch data = ReferenceModel.classifier().held(256);
        double[] rows = new double[256 * 3];
        for (int i = 0; i < 256; i++) {
            rows[i * 3 + (int) data.target().get(i)] = 1;
        }
        Batch oneHot = Batch.of(data.input("input"), ArrayTensor.ofDoubles(Shape.of(256, 3), rows));

        Histogram indices = portrait(ReferenceModel.classifier()).targets().get(0);
        assertThat(indices.counts()).hasSize(3);
        assertThat(indices.low()).isEqualTo(-0.5);
        assertThat(portrait(ReferenceModel.classifier().data(oneHot))
                        .targets()
                        .get(0)
                        .counts())
                .isEqualTo(indices.counts());
    }

    @Test
    void without_mixing_only_the_exchanged_example_moves() {
        assertThat(moved(ReferenceModel.regressor())).satisfies(rows -> {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.size(); j++) {
                    assertThat(rows.get(i).get(j) > 0).isEqualTo(i == j);
                }
            }
        });
    }

    @Test
    void mixed_examples_move_each_other() {
        ReferenceModel mixing =
                ReferenceModel.regressor().after("tanh", Layers.centreByBatch("mix", 24));

        assertThat(moved(mixing)).allSatisfy(row -> assertThat(row).allMatch(far -> far > 0));
    }

    @Test
    void a_predictor_has_no_weights_and_no_activations() {
        PortraitEvidence portrait = portrait(ReferenceModel.regressor().as(PlainPredictor::new));

        assertThat(portrait.weights()).isEmpty();
        assertThat(portrait.activations()).isEmpty();
        assertThat(portrait.influences()).hasSize(1);
    }

    @Test
    void what_is_not_finite_is_in_no_bin() {
        Histogram histogram = histogram(Double.NaN, 1, 1.5, Double.POSITIVE_INFINITY);

        assertThat(histogram.nonFinite()).isEqualTo(2);
        assertThat(total(histogram)).isEqualTo(2);
        assertThat(histogram(Double.NaN).counts()).isEmpty();
    }

    @Test
    void the_edges_are_the_extremes_even_of_the_largest_range() {
        Histogram histogram = histogram(-Double.MAX_VALUE, 0.5, Double.MAX_VALUE);

        assertThat(histogram.counts().get(0)).isEqualTo(1);
        assertThat(histogram.counts().get(histogram.counts().size() - 1)).isEqualTo(1);
        assertThat(total(histogram)).isEqualTo(3);
        assertThat(total(histogram(0.3, 0.3))).isEqualTo(2);
    }

    @Test
    void recordings_are_kept_with_one_portrait_under_the_first_seed() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            assertThat(Portrait.besideRecordingsOf(laboratory)).isEmpty();
            laboratory.ask(new Start(), 7);
            laboratory.ask(new Start(), 8);

            assertThat(Portrait.besideRecordingsOf(laboratory))
                    .filteredOn(recorded -> recorded.question().equals("portrait"))
                    .extracting(Recorded::seed)
                    .containsExactly(7L);
        }
    }

    @Test
    void a_model_that_cannot_be_portrayed_loses_no_recordings() {
        ReferenceModel refusing = ReferenceModel.regressor()
                .as(network -> new PlainPredictor(network) {
                    @Override
                    public NamedTensors predict(Batch batch) {
                        throw new IllegalStateException("out of memory");
                    }
                });
        try (Laboratory laboratory = new Laboratory(refusing.build())) {
            laboratory.ask(new Start(), 1);

            assertThat(Portrait.besideRecordingsOf(laboratory))
                    .extracting(Recorded::question)
                    .containsExactly("start");
        }
    }

    private static List<List<Double>> moved(ReferenceModel model) {
        return portrait(model).influences().get(0).moved();
    }

    private static PortraitEvidence portrait(ReferenceModel model) {
        try (Laboratory laboratory = new Laboratory(model.build())) {
            return ((Answer.Seen<PortraitEvidence>) laboratory.ask(new Portrait(), 1)).evidence();
        }
    }

    private static Histogram histogram(double... values) {
        ArrayTensor tensor = ArrayTensor.ofDoubles(Shape.of(values.length), values);
        return Histograms.of("values", List.of(tensor));
    }

    private static long total(Histogram histogram) {
        return histogram.counts().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void samples_of_a_histogram_lie_between_its_edges() {
        Histogram histogram = histogram(0.1, 0.2, 0.9);

        assertThat(Arrays.asList(histogram.low(), histogram.high())).containsExactly(0.1, 0.9);
        assertThat(histogram.width()).isEqualTo(0.8 / 24);
    }
}
