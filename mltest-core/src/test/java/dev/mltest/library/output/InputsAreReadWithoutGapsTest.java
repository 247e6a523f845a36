package dev.mltest.library.output;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.InputGapsEvidence;
import dev.mltest.experiment.InputGaps;
import dev.mltest.experiment.TokenGaps;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

class InputsAreReadWithoutGapsTest {

    private static final int WIDTH = 4;

    private final Check check = new InputsAreReadWithoutGaps();

    /** A network on 4 x 4 pixels that sees some of them only. */
    private static final class Window extends DelegatingTrainable {

        private final IntPredicate read;
        private final IntPredicate slope;

        Window(ReferenceNetwork network, IntPredicate read, IntPredicate slope) {
            super(network);
            this.read = read;
            this.slope = slope;
        }

        @Override
        public NamedTensors predict(Batch batch) {
            return super.predict(seen(batch));
        }

        @Override
        public Evaluation evaluate(Batch batch, Mode mode) {
            return super.evaluate(seen(batch), mode);
        }

        @Override
        public double step(Batch batch) {
            return super.step(seen(batch));
        }

        @Override
        public Gradients gradients(Batch batch, Mode mode) {
            Gradients gradients = super.gradients(seen(batch), mode);
            ArrayTensor ones = batch.input("input").map(value -> 1);
            return new Gradients(
                    gradients.loss(),
                    gradients.parameters(),
                    Map.of(
                            "input",
                            masked(ones, position -> read.test(position) && slope.test(position))));
        }

        private Batch seen(Batch batch) {
            ArrayTensor pixels = masked(batch.input("input"), read);
            double[] features = new double[batch.size() * ToyData.FEATURES];
            for (int i = 0; i < pixels.length(); i++) {
                int row = i / (WIDTH * WIDTH);
                features[row * ToyData.FEATURES + i % ToyData.FEATURES] += pixels.get(i);
            }
            return batch.withInputs(NamedTensors.of(
                    "input",
                    ArrayTensor.ofDoubles(Shape.of(batch.size(), ToyData.FEATURES), features)));
        }

        private static ArrayTensor masked(ArrayTensor pixels, IntPredicate kept) {
            double[] values = pixels.toDoubles();
            for (int i = 0; i < values.length; i++) {
                values[i] = kept.test(i % (WIDTH * WIDTH)) ? values[i] : 0;
            }
            return ArrayTensor.ofDoubles(pixels.shape(), values);
        }
    }

    @Test
    void holds_if_every_position_is_read() {
        assertThat(held(judge(check, reading(position -> true))).examined()).hasSize(1);
    }

    @Test
    void catches_a_window_smaller_than_its_step() {
        ReferenceModel model =
                reading(position -> position / WIDTH % 2 == 0 && position % WIDTH % 2 == 0);

        Approved.verify("inputs-are-read-without-gaps.stride", failure(judge(check, model)));
    }

    @Test
    void a_margin_may_be_left_over() {
        held(judge(check, reading(position -> position / WIDTH < 3 && position % WIDTH < 3)));
    }

    @Test
    void catches_a_single_position_that_is_skipped() {
        violated(judge(check, reading(position -> position != 5)));
    }

    @Test
    void a_position_without_a_gradient_that_moves_the_outputs_is_read() {
        held(judge(check, reading(position -> true, position -> position != 5)));
    }

    @Test
    void inputs_without_any_gradient_decide_nothing() {
        assertThat(reason(judge(check, reading(position -> true, position -> false))))
                .isEqualTo("nothing shows any position of the inputs to be read");
    }

    @Test
    void catches_every_second_token_that_is_skipped() {
        var skipped = violated(judge(check, tokens(position -> position % 2 == 0)));

        assertThat(skipped.violations().get(0).value()).isEqualTo(7);
    }

    @Test
    void tokens_that_are_all_read_or_all_the_same_are_fine() {
        held(judge(check, tokens(position -> true)));
        held(judge(check, tokens(position -> position < 13)));
    }

    @Test
    void columns_of_a_table_are_no_positions() {
        assertThat(reason(judge(check, ReferenceModel.classifier())))
                .startsWith("there is no input with positions");
    }

    @Test
    void nothing_recorded_is_nothing_examined() {
        assertThat(reason(judge(
                        check,
                        WrittenEvidence.about(Task.regression())
                                .with(new InputGaps(), new InputGapsEvidence(List.of()))
                                .with(new TokenGaps(), new InputGapsEvidence(List.of())))))
                .startsWith("there is no input with positions");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    private static ReferenceModel reading(IntPredicate read) {
        return reading(read, position -> true);
    }

    private static ReferenceModel reading(IntPredicate read, IntPredicate slope) {
        return ReferenceModel.regressor()
                .data(pictures())
                .as(network -> new Window(network, read, slope));
    }

    private static ReferenceModel tokens(IntPredicate read) {
        Batch batch = pictures();
        ArrayTensor ids = batch.input("input")
                .map(value -> Math.rint(5 * value))
                .reshaped(Shape.of(256, WIDTH * WIDTH))
                .as(ElementType.INT64);
        return ReferenceModel.regressor()
                .data(batch.withInputs(NamedTensors.of("input", ids)))
                .as(network -> new Window(network, read, position -> true));
    }

    private static Batch pictures() {
        Batch batch = ToyData.values(256);
        double[] pixels = new double[256 * WIDTH * WIDTH];
        Arrays.setAll(pixels, i -> Math.sin(i * 0.37 + i / 16));
        return batch.withInputs(NamedTensors.of(
                "input", ArrayTensor.ofDoubles(Shape.of(256, WIDTH, WIDTH), pixels)));
    }
}
