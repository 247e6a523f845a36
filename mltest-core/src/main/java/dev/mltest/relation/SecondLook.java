package dev.mltest.relation;

import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.evidence.RelationTraceEvidence.Layer;
import dev.mltest.experiment.Bench;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Measures a relation on one model, as a whole and layer by layer. */
final class SecondLook {

    private final Relation relation;
    private final Differentiable model;
    private final boolean inDouble;
    private @Nullable Drawn worst;
    private int worstRow;
    private double error;
    private double tolerance;

    SecondLook(Relation relation, Differentiable model, boolean inDouble) {
        this.relation = relation;
        this.model = model;
        this.inDouble = inDouble;
    }

    static double epsilonOf(Relation relation, Predictor model, Batch batch) {
        return relation.view().of().apply(model.predict(batch)).elementType().epsilon();
    }

    RelationTraceEvidence of(Bench bench, double ownEpsilon) {
        Batch own = Draws.examples(bench);
        Batch batch = inDouble ? inDouble(own) : own;
        RelationError errors =
                new RelationError(relation, model, bench.random("null perturbation"));
        RelationError.Base base =
                errors.steadied(batch, errors.base(batch), RelationError.STEADYING);
        for (Drawn drawn : Draws.of(relation, bench)) {
            keepWorst(errors.of(batch, base, drawn), base, drawn);
        }
        return new RelationTraceEvidence(
                relation.describe(),
                inDouble,
                ownEpsilon,
                base.output().elementType().epsilon(),
                error,
                tolerance,
                relation.expectation().holdsLayerByLayer()
                        ? layers(
                                batch.rows(worstRow),
                                base.output().rows(worstRow),
                                Objects.requireNonNull(worst))
                        : List.of());
    }

    private void keepWorst(double[] errors, RelationError.Base base, Drawn drawn) {
        for (int row = 0; row < errors.length; row++) {
            double excess = errors[row] - base.tolerance(row);
            boolean beyond = !Double.isNaN(error) && !(excess <= error - tolerance);
            if (worst == null || beyond) {
                worst = drawn;
                worstRow = row;
                error = errors[row];
                tolerance = base.tolerance(row);
            }
        }
    }

    private List<Layer> layers(Batch example, ArrayTensor output, Drawn drawn) {
        Batch changed = relation.expectation().next(example, output, drawn);
        List<Activation> before = model.activations(example, Mode.INFERENCE);
        List<Activation> after = model.activations(changed, Mode.INFERENCE);
        Following following = new Following(drawn.onOutput(), example.size());
        List<Layer> layers = new ArrayList<>();
        Shape unflattened = Shape.of(0);
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            ArrayTensor value = before.get(i).value().toArray();
            double found = following.error(value, after.get(i).value().toArray(), unflattened);
            layers.add(new Layer(before.get(i).layer(), found));
            unflattened = value.shape().rank() > 2 ? value.shape() : unflattened;
        }
        return layers;
    }

    private static Batch inDouble(Batch batch) {
        return batch.withInputs(batch.inputs()
                .map((name, tensor) -> tensor.elementType().isFloating()
                        ? tensor.toArray().as(ElementType.FLOAT64)
                        : tensor));
    }
}
