package dev.mltest.djl;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.loss.L2WeightDecay;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SimpleCompositeLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.Function;
import java.util.function.Supplier;

/** What DJL's weight decay reaches, and in which form. */
class DecayTest {

    private static final Batch BATCH = Samples.classes(6, 4);

    @Test
    void a_composite_loss_decays_what_it_was_given() {
        held(report(DecayTest::weightsAlone, Models::sgd));
        held(report(DecayTest::weightsAlone, Models::adam));
    }

    @Test
    void sgd_with_weight_decay_reaches_biases_too() {
        assertThat(violated(report(DecayTest::dataAlone, DecayTest::decayingSgd))
                        .violations())
                .extracting(Measurement::locus)
                .allMatch(place -> place.contains("bias"))
                .hasSize(2);
    }

    @Test
    @Tag("pytorch")
    void adam_w_reaches_biases_too() {
        assertThat(violated(report(DecayTest::dataAlone, Models::adamW)).violations())
                .extracting(Measurement::locus)
                .allMatch(place -> place.contains("bias"))
                .hasSize(2);
    }

    @Test
    void without_any_decay_weights_do_not_decay() {
        assertThat(violated(report(DecayTest::dataAlone, Models::adam)).violations())
                .extracting(Measurement::locus)
                .allMatch(place -> place.contains("weight"))
                .hasSize(2);
    }

    private static CheckReport report(Function<Block, Loss> loss, Supplier<Optimizer> optimizer) {
        return judge(
                DefaultChecks.decayGoesWhereDeclared(),
                Models.builder(Nets::mlp, BATCH)
                        .task(Task.classification(3))
                        .loss(loss)
                        .optimizer(optimizer)
                        .decaying("**/weight")
                        .notDecaying("**/bias")
                        .build());
    }

    private static Loss dataAlone(Block block) {
        return Loss.softmaxCrossEntropyLoss();
    }

    private static Loss weightsAlone(Block block) {
        NDList weights = new NDList();
        block.getParameters().values().stream()
                .filter(parameter -> parameter.getType() == Parameter.Type.WEIGHT)
                .forEach(parameter -> weights.add(parameter.getArray()));
        return new SimpleCompositeLoss()
                .addLoss(Loss.softmaxCrossEntropyLoss())
                .addLoss(new L2WeightDecay("decay", weights, 0.01f));
    }

    private static Optimizer decayingSgd() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(0.1f))
                .optWeightDecays(0.01f)
                .build();
    }
}
