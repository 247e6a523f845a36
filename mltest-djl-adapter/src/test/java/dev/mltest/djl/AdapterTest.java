package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;
import dev.mltest.spi.ModelAdapters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@SuppressWarnings("try")
class AdapterTest {

    private static final Batch BATCH = Samples.classes(6, 4);

    @Test
    void a_trainer_is_trained_as_a_described_model_is() {
        Trainable described = Models.trainable(Nets::mlp, BATCH);
        Trainable adapted = (Trainable)
                ModelAdapters.wrapping(AdapterTest::trainer).create(Models.SEED, Device.cpu());

        for (int i = 0; i < 5; i++) {
            assertThat(adapted.step(BATCH)).isEqualTo(described.step(BATCH));
        }
        Snapshot snapshot = adapted.snapshot();
        double next = adapted.step(BATCH);
        adapted.restore(snapshot);
        assertThat(adapted.step(BATCH)).isEqualTo(next);
        assertThatThrownBy(adapted::inDoublePrecision)
                .isInstanceOf(NotAvailableException.class)
                .hasMessageContaining("Djl.model(name, supplier)");
        snapshot.close();
        adapted.close();
        described.close();
    }

    @Test
    void closing_gives_the_trainer_and_its_model_back() {
        ModelAdapters.wrapping(AdapterTest::trainer).create(0, Device.cpu()).close();
        int arrays = Native.arrays();
        Trainable model =
                (Trainable) ModelAdapters.wrapping(AdapterTest::trainer).create(1, Device.cpu());
        model.step(BATCH);
        model.close();
        assertThat(Native.arrays()).isEqualTo(arrays);
    }

    @Test
    void a_trainer_that_is_not_initialised_is_refused() {
        Model model = Model.newInstance("raw");
        model.setBlock(Nets.mlp());
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()));
        assertThatThrownBy(() -> new DjlModelAdapter().adapt(trainer, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("call trainer.initialize(shape)");
        assertThatThrownBy(() -> new DjlModelAdapter().adapt(trainer, Device.gpu(0)))
                .isInstanceOf(NotAvailableException.class)
                .hasMessageContaining("'raw' was loaded on cpu and is not available on gpu:0");
        trainer.close();
        model.close();
    }

    private static Trainer trainer(long seed) {
        ai.djl.engine.Engine.getInstance().setRandomSeed((int) seed);
        Model model = Model.newInstance("plain", ai.djl.Device.cpu());
        model.setBlock(Nets.mlp());
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Models.adam())
                .optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()}));
        trainer.initialize(new Shape(2, 4));
        return trainer;
    }

    @Test
    void a_saved_and_loaded_model_predicts_what_the_original_does(@TempDir Path folder)
            throws Exception {
        ArrayTensor expected;
        try (Trainer trainer = trainer(3)) {
            trainer.getModel().save(folder, "saved");
            try (Predictor original =
                    new DjlModelAdapter().adapt(trainer.getModel(), Device.cpu())) {
                expected = predict(original);
            }
        }
        ModelUnderTest loaded = Djl.predictor("loaded", () -> load(folder))
                .task(Task.custom("any"))
                .trainingData(BATCH)
                .build();
        int arrays = Native.arrays();
        Predictor predictor = loaded.factory().create(0, Device.cpu());
        assertThat(predictor).isNotInstanceOf(Differentiable.class).hasToString("loaded");
        assertThat(predictor.provenance())
                .hasToString("DJL 0.35.1, " + TestEngine.label() + ", cpu");
        assertThat(predict(predictor)).isEqualTo(expected);
        predictor.close();
        assertThat(Native.arrays()).isEqualTo(arrays);
    }

    private static Model load(Path folder) throws Exception {
        Model model = Model.newInstance("saved");
        model.setBlock(Nets.mlp());
        model.load(folder, "saved");
        return model;
    }

    private static ArrayTensor predict(Predictor predictor) {
        try (Scope scope = predictor.openScope()) {
            return predictor.predict(BATCH).get("output").toArray();
        }
    }

    @Test
    void a_loader_that_fails_or_repeats_itself_is_named() {
        DjlPredictorBuilder failing = Djl.predictor("gone", () -> {
                    throw new java.io.IOException("no such file");
                })
                .task(Task.custom("any"))
                .trainingData(BATCH);
        assertThatThrownBy(() -> failing.build().factory().create(0, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'gone' cannot be loaded: java.io.IOException: no such file");
        Model one = Model.newInstance("one");
        DjlPredictorBuilder same =
                Djl.predictor("same", () -> one).task(Task.custom("any")).trainingData(BATCH);
        same.build().factory().create(0, Device.cpu());
        assertThatThrownBy(() -> same.build().factory().create(0, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("returned one and the same Model twice");
        one.close();
    }

    @Test
    void only_models_and_trainers_are_claimed() {
        DjlModelAdapter adapter = new DjlModelAdapter();
        assertThat(adapter.claims("text")).isFalse();
        assertThat(adapter.framework()).isEqualTo("DJL");
        try (Model model = Model.newInstance("any")) {
            assertThat(adapter.claims(model)).isTrue();
        }
    }
}
