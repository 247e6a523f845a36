package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

class ConfigurationTest {

    private static final String DEFAULT_ENGINE = "ai.djl.default_engine";
    private static final Batch BATCH = Samples.classes(6, 4);

    @Test
    void loss_and_optimizer_decide_on_the_rung() {
        DjlModelBuilder bare =
                Djl.model("bare", Nets::mlp).task(Task.custom("any")).trainingData(BATCH);
        try (Predictor predictor = Models.create(bare)) {
            assertThat(predictor).isNotInstanceOf(Differentiable.class);
        }
        try (Predictor model = Models.create(bare.loss(Loss.softmaxCrossEntropyLoss()))) {
            assertThat(model).isInstanceOf(Differentiable.class).isNotInstanceOf(Trainable.class);
        }
        try (Predictor model = Models.create(bare.optimizer(Models::sgd))) {
            assertThat(model).isInstanceOf(Trainable.class).hasToString("bare");
            assertThat(model.provenance())
                    .hasToString("DJL 0.35.1, " + TestEngine.label() + ", cpu");
        }
    }

    @Test
    void an_optimizer_needs_a_loss() {
        DjlModelBuilder builder = Djl.model("tiny", Nets::mlp)
                .task(Task.custom("any"))
                .trainingData(BATCH)
                .optimizer(Models::sgd);
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'tiny' has no loss for its optimizer; write .loss(Loss.softmaxCrossEntropyLoss())");
    }

    @Test
    void the_same_seed_gives_the_same_weights_and_another_seed_others() {
        ParameterPath path = ParameterPath.of("linear1/weight");
        assertThat(value(1, path)).isEqualTo(value(1, path)).isNotEqualTo(value(2, path));
    }

    private static ArrayTensor value(long seed, ParameterPath path) {
        try (Differentiable model = (Differentiable)
                Models.builder(Nets::mlp, BATCH).build().factory().create(seed, Device.cpu())) {
            return model.value(path).toArray();
        }
    }

    @Test
    void input_shapes_and_initializer_are_used() {
        Supplier<Block> flat = () -> Nets.mlp();
        DjlModelBuilder builder = Models.builder(flat, BATCH)
                .inputShapes(new Shape(1, 7))
                .initializer(new ConstantInitializer(2));
        try (Differentiable model = (Differentiable) Models.create(builder)) {
            assertThat(model.parameters().get(0).shape())
                    .isEqualTo(dev.mltest.model.Shape.of(5, 7));
            assertThat(model.value(ParameterPath.of("linear1/weight")).summary().min())
                    .isEqualTo(2);
            assertThat(model.value(ParameterPath.of("linear1/bias")).summary().max())
                    .isZero();
        }
    }

    @Test
    void shapes_that_do_not_fit_are_named() {
        assertThatThrownBy(() -> Models.create(Models.builder(Nets::cnn, BATCH)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "configuration: model 'tiny' cannot be initialised for inputs of shape [(2, 4)]")
                .hasMessageEndingWith("write .inputShapes(...) if these are not its inputs");
    }

    @Test
    void one_block_for_two_models_is_refused() {
        Block block = Nets.mlp();
        DjlModelBuilder builder = Models.builder(() -> block, BATCH);
        Predictor first = Models.create(builder);
        assertThatThrownBy(() -> Models.create(builder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "configuration: model 'tiny': the supplier returned one and the same block twice; make it build a new block");
        first.close();
    }

    @Test
    void one_layer_in_two_models_is_refused() {
        Block shared = Nets.dense(4);
        DjlModelBuilder builder =
                Models.builder(() -> new SequentialBlock().add(shared).add(Nets.dense(3)), BATCH);
        Predictor first = Models.create(builder);
        assertThatThrownBy(() -> Models.create(builder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("whose parameter 'linear1/weight' another model has already");
        first.close();
    }

    @Test
    void one_optimizer_for_two_models_is_refused() {
        Optimizer optimizer = Models.adam();
        DjlModelBuilder builder = Models.builder(Nets::mlp, BATCH).optimizer(() -> optimizer);
        Predictor first = Models.create(builder);
        assertThatThrownBy(() -> Models.create(builder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("returned one and the same optimizer twice");
        first.close();
    }

    @Test
    void blocks_that_come_initialised_keep_their_values_and_outlive_their_source() {
        Supplier<Block> pretrained = () -> {
            Block block = Nets.mlp();
            try (NDManager manager = Engine.getInstance().newBaseManager()) {
                block.setInitializer(
                        new ConstantInitializer(0.25f), ai.djl.nn.Parameter.Type.WEIGHT);
                block.initialize(manager, DataType.FLOAT32, new Shape(1, 4));
                block.getParameters()
                        .values()
                        .forEach(parameter -> parameter.getArray().detach());
            }
            return block;
        };
        try (Trainable model = Models.trainable(pretrained, BATCH)) {
            assertThat(model.value(ParameterPath.of("linear1/weight")).summary().min())
                    .isEqualTo(0.25);
            model.step(BATCH);
            assertThat(model.value(ParameterPath.of("linear1/weight")).summary().min())
                    .isNotEqualTo(0.25);
        }
    }

    @Test
    void a_device_that_is_not_there_is_not_available() {
        int beyond = Engine.getInstance().getGpuCount();
        assertThatThrownBy(() -> Models.builder(Nets::mlp, BATCH)
                        .build()
                        .factory()
                        .create(1, Device.gpu(beyond)))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage(
                        "no gpu:%d: the engine %s sees %d GPUs; see the GPU section of docs/adapters/djl.md",
                        beyond, TestEngine.label(), beyond);
    }

    @Test
    void data_that_would_end_the_jvm_is_refused() {
        Batch half = BATCH.withInputs(
                BATCH.inputs().with("input", BATCH.input("input").as(ElementType.FLOAT16)));
        try (Trainable model = Models.trainable(Nets::mlp, BATCH)) {
            assertThatThrownBy(() -> model.predict(half))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "configuration: DJL takes no FLOAT16 data from the heap; give the data as FLOAT32 and let the model convert it");
        }
        for (DataType type : new DataType[] {DataType.STRING, DataType.BFLOAT16, DataType.INT16}) {
            assertThatThrownBy(() -> ElementTypes.of(type))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("configuration: DJL's data type " + type);
        }
    }

    @Test
    @Tag("pytorch")
    void text_is_refused() {
        try (NDManager manager = Engine.getInstance().newBaseManager()) {
            NDList text = new NDList(manager.create("text"));
            assertThatThrownBy(() -> Djl.batch(text, text))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    @Tag("pytorch")
    void an_optimizer_that_the_engine_lacks_is_named() {
        Trainable model = (Trainable) Models.create(Models.builder(Nets::mlp, BATCH)
                .optimizer(() -> Optimizer.rmsprop().build()));
        assertThatThrownBy(() -> model.step(BATCH))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the optimizer RmsProp does not run on PyTorch")
                .hasMessageEndingWith("use Sgd, Adam or AdamW");
        model.close();
    }

    @Test
    void an_engine_that_does_not_train_is_refused() {
        DjlModelBuilder stated = Models.builder(Nets::mlp, BATCH).engine("RPC");
        assertThatThrownBy(() -> Models.create(stated))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'tiny': DJL's engine 'RPC' does not train models; write .engine(\"PyTorch\") or .engine(\"MXNet\"), or examine a loaded model with Djl.predictor(name, loader)");
    }

    @Test
    void the_default_engine_that_the_user_set_is_the_one_unless_another_is_stated() {
        String before = System.getProperty(DEFAULT_ENGINE);
        String own = Engine.getDefaultEngineName();
        String label = TestEngine.label();
        System.setProperty(DEFAULT_ENGINE, "RPC");
        try {
            assertThatThrownBy(() -> Models.create(Models.builder(Nets::mlp, BATCH)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("DJL's engine 'RPC' does not train models");
            try (Predictor model =
                    Models.create(Models.builder(() -> Nets.dense(3), BATCH).engine(own))) {
                assertThat(model.provenance().engine()).isEqualTo(label);
            }
        } finally {
            if (before == null) {
                System.clearProperty(DEFAULT_ENGINE);
            } else {
                System.setProperty(DEFAULT_ENGINE, before);
            }
        }
    }

    @Test
    void an_engine_that_is_not_there_is_asked_for_by_its_artifacts() throws Exception {
        String path = System.getProperty("java.class.path");
        URL[] withoutEngine = Stream.of(path.split(File.pathSeparator))
                .filter(ConfigurationTest::isOfNoEngine)
                .map(ConfigurationTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(withoutEngine, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = loader.loadClass(WithoutEngine.class.getName());
            assertThat(((Supplier<?>) type.getConstructor().newInstance()).get())
                    .asString()
                    .startsWith(
                            "configuration: model 'tiny': DJL's PyTorch engine is not on the class path; add the test dependencies ai.djl.pytorch:pytorch-engine, ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static boolean isOfNoEngine(String entry) {
        String file = new File(entry).getName();
        return !file.contains("pytorch") && !file.contains("mxnet");
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
