package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

@Tag("pytorch")
class TorchScriptTest {

    private static final Batch BATCH = Samples.classes(6, 4);

    @TempDir
    Path folder;

    @Test
    void a_scripted_model_predicts_what_it_predicts_in_python() throws Exception {
        Path path = TorchScript.scripted(folder);
        Predictor predictor = Djl.predictor("scripted", () -> TorchScript.load(path, Map.of()))
                .task(Task.custom("any"))
                .trainingData(BATCH)
                .build()
                .factory()
                .create(0, Device.cpu());
        ArrayTensor input = ArrayTensor.ofFloats(Shape.of(1, 4), 1, 2, 3, 4);

        double[] output =
                predictor.predict(Batch.of(input, input)).first().toArray().toDoubles();

        assertThat(output)
                .containsExactly(new double[] {-0.46864402, 0.86051524, -0.10770202}, within(1e-6));
        predictor.close();
    }

    @Test
    void a_scripted_model_with_trainable_parameters_trains() throws Exception {
        Path path = TorchScript.scripted(folder);
        Model[] model = new Model[1];
        Trainable trainable = Models.trainable(
                () -> {
                    model[0] = TorchScript.load(path, Map.of("trainParam", "true"));
                    return model[0].getBlock();
                },
                BATCH);

        assertThat(trainable.parameters())
                .extracting(Parameter::path)
                .extracting(Object::toString)
                .containsExactly("hidden/weight", "hidden/bias", "head/weight", "head/bias");
        Snapshot snapshot = trainable.snapshot();
        double loss = trainable.step(BATCH);
        double next = trainable.step(BATCH);
        trainable.restore(snapshot);
        assertThat(trainable.step(BATCH)).isEqualTo(loss);
        assertThat(trainable.step(BATCH)).isEqualTo(next);
        assertThat(trainable.evaluate(BATCH, Mode.TRAINING).loss())
                .isNotEqualTo(trainable.evaluate(BATCH, Mode.INFERENCE).loss());
        assertThatThrownBy(() -> trainable.activations(BATCH, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class);
        assertThatThrownBy(() -> trainable.gradients(BATCH, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage("DJL computes no gradients of TorchScript in inference mode");
        assertThatThrownBy(trainable::inDoublePrecision)
                .isInstanceOf(NotAvailableException.class)
                .hasMessageContaining("a TorchScript module keeps its own parameters");
        snapshot.close();
        trainable.close();
        model[0].close();
    }
}
