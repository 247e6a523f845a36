package dev.mltest.junit.jqwik;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.relation.Transformations.padding;
import static dev.mltest.relation.Transformations.permutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Transformation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The properties that docs/how-to/write-properties-with-jqwik.md works out. */
class WorkedPropertiesTests {

    private final ModelUnderTest encoder = SetEncoder.model();
    private final ModelUnderTest average = SetEncoder.average();
    private final ModelUnderTest classifier = SetEncoder.classifier();

    @Property(tries = 200)
    void a_set_has_no_order(@ForAll("sets") Batch sets, @ForAll("orders") Transformation order) {
        assertThat(encoder).over(sets).isInvariantUnder(order);
    }

    @Provide
    Arbitrary<Batch> sets() {
        return MltestArbitraries.batches(ElementType.FLOAT32, 4);
    }

    @Provide
    Arbitrary<Transformation> orders() {
        return MltestArbitraries.transformations(permutation(1));
    }

    @Property(tries = 200)
    void padding_is_not_read(@ForAll("sequences") Batch sequences) {
        assertThat(average).over(sequences).isInvariantUnder(padding(2));
    }

    @Provide
    Arbitrary<Batch> sequences() {
        return MltestArbitraries.batches(ElementType.FLOAT32, 6).masked();
    }

    @Property(tries = 200)
    void the_loss_is_a_number_and_not_negative(@ForAll("labelled") Batch batch) {
        try (Differentiable model =
                (Differentiable) classifier.factory().create(42, Device.cpu())) {
            double loss = model.evaluate(batch, Mode.INFERENCE).loss();

            assertThat(loss).isFinite().isNotNegative();
        }
    }

    @Provide
    Arbitrary<Batch> labelled() {
        return MltestArbitraries.batches(ElementType.FLOAT32, 4)
                .values(MltestArbitraries.values(ElementType.FLOAT32, -1000, 1000))
                .labelled(3);
    }
}
