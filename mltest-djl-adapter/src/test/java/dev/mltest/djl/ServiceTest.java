package dev.mltest.djl;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ConcurrentService;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Ways to predict in several threads at once with DJL. */
@Tag("pytorch")
@Timeout(240)
class ServiceTest {

    @Test
    void a_block_is_shared_by_threads_that_have_a_manager_each() {
        held(report(new SharedBlock()));
    }

    @Test
    void a_predictor_for_each_thread_is_safe() {
        held(report(new PredictorPerThread()));
    }

    @Test
    void one_predictor_for_all_threads_is_safe_here() {
        held(report(new OnePredictor()));
    }

    @Test
    void a_translator_with_a_buffer_of_its_own_mixes_up_requests() {
        assertThat(violated(report(new SharedBuffer())).violations())
                .extracting(Measurement::quantity)
                .contains("predictions that differ");
    }

    private static CheckReport report(Supplier<ModelUnderTest> description) {
        return judge(DefaultChecks.concurrentPredictionsAgree(), description.get());
    }

    private static ModelUnderTest served(
            Class<? extends Supplier<ModelUnderTest>> by,
            LongFunction<? extends ConcurrentService> service) {
        return Models.builder(Nets::cnn, Samples.classes(32, 1, 28, 28))
                .optimizer(Models::adam)
                .rebuiltBy(by)
                .servesConcurrently(service)
                .build();
    }

    private static Model model() {
        Model model = Model.newInstance("served");
        model.setBlock(Nets.cnn());
        model.getBlock()
                .initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 1, 28, 28));
        return model;
    }

    private static NDList upload(NDManager manager, Batch batch) {
        return Djl.inputs(manager, batch);
    }

    static final class SharedBlock implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                Model model = model();
                return batch -> {
                    try (NDManager manager = model.getNDManager().newSubManager()) {
                        return Djl.outputs(model.getBlock()
                                        .forward(
                                                new ParameterStore(manager, false),
                                                upload(manager, batch),
                                                false))
                                .toArrays();
                    }
                };
            });
        }
    }

    static final class PredictorPerThread implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                Model model = model();
                ThreadLocal<Predictor<NDList, NDList>> own =
                        ThreadLocal.withInitial(() -> model.newPredictor(new NoopTranslator()));
                return batch -> predicted(model, own.get(), batch);
            });
        }
    }

    static final class OnePredictor implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                Model model = model();
                Predictor<NDList, NDList> shared = model.newPredictor(new NoopTranslator());
                return batch -> predicted(model, shared, batch);
            });
        }
    }

    private static NamedTensors predicted(
            Model model, Predictor<NDList, NDList> predictor, Batch batch) throws Exception {
        try (NDManager manager = model.getNDManager().newSubManager();
                NDList outputs = predictor.predict(upload(manager, batch))) {
            return Djl.outputs(outputs).toArrays();
        }
    }

    static final class SharedBuffer implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return served(getClass(), seed -> {
                Model model = model();
                Translator<float[], NDList> translator = new Buffered();
                ThreadLocal<Predictor<float[], NDList>> own =
                        ThreadLocal.withInitial(() -> model.newPredictor(translator));
                return batch -> {
                    float[] pixels = floats(batch.inputs().first().toArray().toDoubles());
                    try (NDList outputs = own.get().predict(pixels)) {
                        return Djl.outputs(outputs).toArrays();
                    }
                };
            });
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Faulty: every request is copied to the same array. */
    private static final class Buffered implements Translator<float[], NDList> {

        private final float[] buffer = new float[28 * 28];

        @Override
        public NDList processInput(TranslatorContext context, float[] pixels) {
            System.arraycopy(pixels, 0, buffer, 0, pixels.length);
            return new NDList(context.getNDManager().create(buffer, new Shape(1, 28, 28)));
        }

        @Override
        public NDList processOutput(TranslatorContext context, NDList outputs) {
            NDArray output = outputs.singletonOrThrow().duplicate();
            output.detach();
            return new NDList(output);
        }
    }
}
