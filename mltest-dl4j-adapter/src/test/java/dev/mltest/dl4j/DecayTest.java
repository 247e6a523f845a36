package dev.mltest.dl4j;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

import java.util.function.LongFunction;

/** What Deeplearning4j's penalties and weight decay reach. */
class DecayTest {

    private static final Batch BATCH = Samples.classes(6, 4);

    @Test
    void l2_reaches_weights_alone_under_any_updater() {
        held(report(seed -> Nets.conf(seed, new Sgd(0.1))));
        held(report(seed -> Nets.conf(seed, new Adam(0.01))));
    }

    @Test
    void weight_decay_is_seen_as_well() {
        held(report(seed -> new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightDecay(0.01)));
    }

    @Test
    void a_penalty_on_biases_is_named() {
        assertThat(violated(report(seed -> Nets.conf(seed, new Sgd(0.1)).l2Bias(0.01)))
                        .violations())
                .extracting(Measurement::locus)
                .hasSize(2)
                .allMatch(place -> place.contains("/b"));
    }

    @Test
    void without_a_penalty_nothing_decays() {
        assertThat(violated(report(seed -> new NeuralNetConfiguration.Builder()
                                .seed(seed)
                                .updater(new Adam(0.01))))
                        .violations())
                .hasSize(2);
    }

    private static CheckReport report(LongFunction<NeuralNetConfiguration.Builder> conf) {
        return judge(
                DefaultChecks.decayGoesWhereDeclared(),
                Models.builder(seed -> Nets.mlp(conf.apply(seed)), BATCH)
                        .task(Task.classification(3).fromProbabilities())
                        .decaying("**/W")
                        .notDecaying("**/b")
                        .build());
    }
}
