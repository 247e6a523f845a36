package dev.mltest.junit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Counterexample;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Inputs;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;
import dev.mltest.relation.Transformations;

import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How many batches it takes to find a broken model, and how small its counterexample becomes. */
class BrokenModelsTests {

    private static final int RUNS = 40;
    private static final int MOST_TRIES = 1000;

    /** Each is one change against a model that has the relation. */
    enum Broken {
        WEIGHTED_SUM(Relation.invariantUnder(Transformations.permutation(1))) {
            @Override
            float[] apply(float[] x, float[] mask) {
                return new float[] {FloatModels.sum(x, mask)[0] + x[0]};
            }
        },
        IGNORED_MASK(Relation.invariantUnder(Transformations.padding(2))) {
            @Override
            float[] apply(float[] x, float[] mask) {
                return new float[] {FloatModels.sum(x, mask)[0] / x.length};
            }
        },
        EDGE_OF_A_CONVOLUTION(Relation.equivariantUnder(Transformations.shift(1, 3))) {
            @Override
            float[] apply(float[] x, float[] mask) {
                float[] results = FloatModels.convolved(x, mask);
                results[0] -= 0.3f * x[x.length - 1];
                return results;
            }
        },
        BIASED_SOFTMAX(Relation.equivariantUnder(Transformations.permutation(1))) {
            @Override
            float[] apply(float[] x, float[] mask) {
                float[] biased = x.clone();
                biased[2] += 0.01f;
                return FloatModels.softmax(biased, mask);
            }
        },
        ONLY_ABOVE_FIVE(Relation.invariantUnder(Transformations.flip(-1))) {
            @Override
            float[] apply(float[] x, float[] mask) {
                float extra = x[0] > 5 && x[1] < 0 ? x[0] : 0;
                return new float[] {FloatModels.sum(x, mask)[0] + extra};
            }
        };

        final Relation relation;

        Broken(Relation relation) {
            this.relation = relation;
        }

        abstract float[] apply(float[] x, float[] mask);

        ModelUnderTest model() {
            return FloatModels.of(name(), this::apply);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_broken_model_is_found_soon_and_its_counterexample_is_small(@ForAll Broken broken) {
        List<Integer> tries = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            tries.add(triesUntilFound(broken, run, before, after));
        }

        System.out.printf(
                "%-22s tries: median %d, most %d; values not 0: median %d before, %d after, most %d%n",
                broken,
                median(tries),
                Collections.max(tries),
                median(before),
                median(after),
                Collections.max(after));
        assertThat(Collections.max(tries)).isLessThan(MOST_TRIES);
        assertThat(median(after)).isLessThanOrEqualTo(2);
    }

    private static int triesUntilFound(
            Broken broken, int run, List<Integer> before, List<Integer> after) {
        Random random = new Random(run);
        RandomGenerator<Batch> batches = MltestArbitraries.batches(
                        ElementType.FLOAT32, FloatModels.WIDTH)
                .masked()
                .generator(MOST_TRIES, true);
        for (int tried = 1; tried <= MOST_TRIES; tried++) {
            Batch batch = batches.next(random).value();
            for (Counterexample found : examined(broken, batch)) {
                before.add(found.before().notZero());
                after.add(found.after().notZero());
                return tried;
            }
        }
        return MOST_TRIES;
    }

    private static List<Counterexample> examined(Broken broken, Batch batch) {
        Inputs inputs = Inputs.generated("a batch", random -> batch);
        try (Laboratory laboratory = new Laboratory(broken.model().declaring(inputs))) {
            Answer<RelationEvidence> answer = laboratory.ask(new RelationCases(broken.relation), 1);
            return answer instanceof Answer.Seen<RelationEvidence> seen
                    ? seen.evidence().counterexamples()
                    : List.of();
        }
    }

    private static int median(List<Integer> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
