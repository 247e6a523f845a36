package dev.mltest.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.relation.Inputs;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.SequenceModel;
import dev.mltest.testing.Verdicts;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.random.RandomGenerator;

/** The declarations that docs/how-to shows. */
class DeclarationsPageTest {

    private static final SequenceModel RUNNING_SUM =
            SequenceModel.at((row, position) -> row.sum(0, position + 1));

    private final Batch series = SequenceModel.series(true);
    private final Batch images = Batch.of(
            ArrayTensor.filled(ElementType.FLOAT32, Shape.of(8, 1, 4, 4), 0.5),
            ArrayTensor.filled(ElementType.INT64, Shape.of(8), 0));

    @Test
    void padding_and_causality() {
        ModelFactory factory = (seed, device) -> RUNNING_SUM;

        ModelUnderTest tagger = ModelUnderTest.named("tagger", factory)
                .task(Task.custom("tagging"))
                .trainingData(series)
                .padded()
                .causal()
                .build();

        Verdicts.held(Verdicts.judge(DefaultChecks.laterPositionsDoNotLeak(), tagger));
    }

    @Test
    void the_axis_of_positions() {
        ModelUnderTest tagger = RUNNING_SUM
                .builder()
                .declare(DeclaredPadding.byMask().of("spectrum").along(1))
                .build();

        assertThat(tagger.declarations().of(DeclaredPadding.class)).hasSize(1);
    }

    @Test
    void frozen_parameters() {
        ModelFactory factory = ReferenceModel.classifier().build().factory();

        ModelUnderTest flowers = ModelUnderTest.named("flowers", factory)
                .task(Task.classification(5))
                .trainingData(images)
                .frozen("backbone/**")
                .build();

        assertThat(flowers.declarations().frozen()).isPresent();
    }

    @Test
    void relations() {
        ModelFactory factory = (seed, device) -> RUNNING_SUM;

        ModelUnderTest galaxies = ModelUnderTest.named("galaxies", factory)
                .task(Task.classification(3))
                .trainingData(images)
                .declare(Relation.invariantUnder(Transformations.flip(-1)))
                .declare(Relation.invariantUnder(Transformations.quarterTurn()))
                .build();

        assertThat(galaxies.declarations().of(Relation.class)).hasSize(2);
    }

    @Test
    void inputs_of_relations() {
        ModelUnderTest sum = RUNNING_SUM
                .builder()
                .declare(Relation.additive())
                .declare(Inputs.fromData()
                        .and(Inputs.nearData(0.1))
                        .and(Inputs.generated(
                                "bags of a thousand words", random -> bags(1000, random))))
                .build();

        Verdicts.held(Verdicts.judge(DefaultChecks.declaredRelationsHold(), sum));
    }

    private static Batch bags(int words, RandomGenerator random) {
        double[] counts = random.doubles(8L * words).toArray();
        return Batch.of(
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(8, words), counts),
                ArrayTensor.filled(ElementType.INT64, Shape.of(8), 0));
    }

    @Test
    void a_transformation_of_ones_own() {
        Transformation brighter = Transformations.of(
                "values raised by 0.1", image -> image.map(value -> value + 0.1));

        assertThat(brighter.draw(new Random(1)).toString()).isNotEmpty();
    }
}
