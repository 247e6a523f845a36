package dev.mltest.corpus.linear;

import static dev.mltest.corpus.oracle.Training.learns;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.util.List;

/** Linear models, correct and faulty. */
public final class LinearPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(LinearPrograms.class);

    private LinearPrograms() {}

    @Correct("M12")
    static Edit twin() {
        return Edit.of(new DjlLinear(), new Dl4jLinear()).shownBy(learns());
    }

    @Correct("C23")
    static Edit regressionFromZero() {
        return Edit.of(
                        new DjlLinear(new Plane()) {
                            @Override
                            public Block block() {
                                Block height = linear(1);
                                height.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
                                return new Layers().add("linear", height);
                            }

                            @Override
                            public Loss loss() {
                                return Loss.l2Loss();
                            }
                        },
                        new Dl4jLinear(new Plane()) {
                            @Override
                            protected Task task() {
                                return Task.regression();
                            }

                            @Override
                            OutputLayer.Builder linear() {
                                return new OutputLayer.Builder(LossFunction.MSE)
                                        .name("linear")
                                        .nIn(4)
                                        .nOut(1)
                                        .activation(Activation.IDENTITY)
                                        .weightInit(WeightInit.ZERO);
                            }
                        })
                .shownBy(learns());
    }
}
