package dev.mltest.relation;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationEvidence.Case;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far is the model from a relation? Several examples under several drawn changes; the worst
 * case is then made as simple as possible.
 *
 * @param relation what is claimed
 */
public record RelationCases(Relation relation) implements Experiment<RelationEvidence> {

    private static final int EXAMPLES = 8;
    private static final int DRAWS = 4;

    @Override
    public String id() {
        return "relation(" + relation.describe() + ")";
    }

    @Override
    public Class<RelationEvidence> evidenceType() {
        return RelationEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 + DRAWS + 3L * Simplification.MOST_TRIES);
    }

    @Override
    public RelationEvidence perform(Bench bench) {
        Predictor model = bench.predictor();
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        RelationError error = new RelationError(relation, model, bench.random("null perturbation"));
        RelationError.Base base = error.base(batch);
        List<Case> cases = new ArrayList<>();
        List<Transformation.Drawn> draws = draws(bench);
        for (Transformation.Drawn drawn : draws) {
            double[] errors = error.of(batch, base, drawn);
            for (int row = 0; row < errors.length; row++) {
                cases.add(new Case(
                        cases.size(), row, drawn.description(), errors[row], base.tolerance(row)));
            }
        }
        return new RelationEvidence(
                relation.describe(),
                cases,
                spread(base.output()),
                smallest(error, batch, cases, draws));
    }

    /** Several draws, or one if the transformation leaves no choice. */
    private List<Transformation.Drawn> draws(Bench bench) {
        Map<String, Transformation.Drawn> draws = new LinkedHashMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Transformation.Drawn drawn =
                    relation.transformation().draw(bench.random(id() + " draw " + draw));
            draws.putIfAbsent(drawn.description(), drawn);
        }
        return List.copyOf(draws.values());
    }

    private static String smallest(
            RelationError error, Batch batch, List<Case> cases, List<Transformation.Drawn> draws) {
        Optional<Case> worst = cases.stream()
                .filter(found -> !(found.error() <= found.tolerance()))
                .max(Comparator.comparingDouble(Case::error));
        return worst.map(found -> new Simplification(error, draws.get(found.index() / batch.size()))
                        .of(batch.rows(found.example())))
                .orElse("");
    }

    private static double spread(Tensor output) {
        ArrayTensor values = output.toArray();
        int width = values.rowLength();
        int rows = width == 0 ? 0 : values.length() / width;
        double squares = 0;
        for (int row = 1; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                double distance = values.get(row * width + i) - values.get(i);
                squares += distance * distance;
            }
        }
        return rows < 2 ? 0 : Math.sqrt(squares / ((rows - 1.0) * width));
    }
}
