package dev.mltest.dl4j;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import dev.mltest.check.CheckReport;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTestBuilder;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

import java.util.function.UnaryOperator;

/** What Deeplearning4j's gradient normalisation clips. */
class ClippingTest {

    private static final Batch BATCH = Samples.classes(6, 4);
    private static final double LIMIT = 0.05;

    @Test
    void elements_are_clipped_one_by_one() {
        held(judgeValues(conf -> clipped(conf, LIMIT)));
        violated(judgeValues(conf -> clipped(conf, 2 * LIMIT)));
        violated(judgeValues(conf -> conf));
    }

    @Test
    void a_norm_for_each_layer_is_none_of_the_whole() {
        violated(judge(
                DefaultChecks.clippingHoldsAsDeclared(),
                model(conf -> conf.gradientNormalization(GradientNormalization.ClipL2PerLayer)
                                .gradientNormalizationThreshold(LIMIT))
                        .clippingNormAt(LIMIT)
                        .build()));
    }

    private static NeuralNetConfiguration.Builder clipped(
            NeuralNetConfiguration.Builder conf, double limit) {
        return conf.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                .gradientNormalizationThreshold(limit);
    }

    private static CheckReport judgeValues(UnaryOperator<NeuralNetConfiguration.Builder> change) {
        return judge(
                DefaultChecks.clippingHoldsAsDeclared(),
                model(change).clippingValuesAt(LIMIT).build());
    }

    private static ModelUnderTestBuilder<?> model(
            UnaryOperator<NeuralNetConfiguration.Builder> change) {
        return Models.builder(
                        seed -> Nets.mlp(change.apply(new NeuralNetConfiguration.Builder()
                                .seed(seed)
                                .updater(new Sgd(0.1)))),
                        BATCH)
                .task(Task.classification(3).fromProbabilities());
    }
}
