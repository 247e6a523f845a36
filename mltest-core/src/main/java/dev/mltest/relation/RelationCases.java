package dev.mltest.relation;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.relation.CaseSeries.Found;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far is the model from a relation? Several examples of the {@link Inputs} under several drawn
 * changes; the clearest failure is then made as simple as possible.
 *
 * @param relation what is claimed
 */
public record RelationCases(Relation relation) implements Experiment<RelationEvidence> {

    static final String NOTHING_DECIDED =
            "no case decides anything: there is none of that number, or outputs are not finite";

    private static final int SPREAD = 1;

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
        long sources = Inputs.of(model.declarations().of(Inputs.class)).size();
        long series = RelationError.BASE_FORWARDS
                + Draws.MOST * (long) RelationError.forwardsOfOne(relation)
                + RelationError.STEADYING;
        return Price.forwards(SPREAD + sources * series + Simplification.mostForwards(relation));
    }

    @Override
    public RelationEvidence perform(Bench bench) {
        return perform(bench, 0).orElseThrow(() -> new NotAvailableException(NOTHING_DECIDED));
    }

    /**
     * The same for one relation among several.
     *
     * @param first number of its first case
     * @return nothing if another case was asked for alone, or if no case decides anything
     */
    Optional<RelationEvidence> perform(Bench bench, int first) {
        Batch data = Draws.data(bench);
        List<Found> found = new ArrayList<>();
        int unchanged = 0;
        for (CaseSeries series : new CaseSources(relation, bench).series(first, data)) {
            if (found.stream().noneMatch(Found::fails)) { // else further inputs add nothing
                CaseSeries.Measured measured = measure(bench, series);
                found.addAll(measured.found());
                unchanged += measured.unchanged();
            }
        }
        return found.isEmpty() && unchanged == 0
                ? Optional.empty()
                : Optional.of(evidence(bench, data, found, unchanged));
    }

    private CaseSeries.Measured measure(Bench bench, CaseSeries series) {
        List<OnlyCase> only = bench.subject().declarations().of(OnlyCase.class);
        RelationError error = error(bench, "null perturbation" + series.inputs());
        if (only.isEmpty()) {
            return series.measure(error);
        }
        int number = only.get(only.size() - 1).number();
        boolean isHere = series.first() <= number && number < series.end();
        return isHere ? series.measure(error, number) : CaseSeries.Measured.NOTHING;
    }

    private RelationEvidence evidence(Bench bench, Batch data, List<Found> found, int unchanged) {
        Optional<Simplified> simplest = found.stream()
                .filter(Found::fails)
                .max(Comparator.comparingDouble(Found::excess))
                .map(worst -> Simplification.of(worst, error(bench, "simplification")));
        return new RelationEvidence(
                relation.describe(),
                found.stream().map(Found::found).toList(),
                spread(relation.view().of().apply(bench.predictor().predict(data))),
                simplest.map(Simplified::describe).orElse(""),
                simplest.map(Simplified::figures).stream().toList(),
                unchanged);
    }

    private RelationError error(Bench bench, String purpose) {
        return new RelationError(relation, bench.predictor(), bench.random(purpose));
    }

    private static double spread(ArrayTensor values) {
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
