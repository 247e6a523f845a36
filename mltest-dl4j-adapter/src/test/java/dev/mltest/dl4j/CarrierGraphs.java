package dev.mltest.dl4j;

import dev.mltest.model.NotAvailableException;
import dev.mltest.testing.contract.Carrier;

import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.weightinit.impl.XavierInitScheme;

/** The contract's networks as SameDiff graphs; nothing depends on the seed but ND4J's generator. */
final class CarrierGraphs {

    private static final int STEPS = 5;
    private static final int UNITS = 4;

    private final SameDiff graph = SameDiff.create();

    private CarrierGraphs() {}

    static SameDiff of(Carrier carrier) {
        return new CarrierGraphs().build(carrier);
    }

    static SameDiff frozen() {
        SameDiff graph = of(Carrier.MLP);
        graph.convertToConstant(graph.getVariable("hidden/weight"));
        graph.convertToConstant(graph.getVariable("hidden/bias"));
        return graph;
    }

    static SameDiff tied() {
        return new CarrierGraphs().buildTied();
    }

    private SameDiff build(Carrier carrier) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> regression(dense("head", input("input", 3), 3, 1));
            case MLP -> classifier(tanhDense("hidden", input("input", 4), 4, 5), 5);
            case CNN -> throw new NotAvailableException("ND4J cannot differentiate batchNorm");
            case LSTM -> classifier(averagedStates(), UNITS);
            case RESIDUAL -> {
                SDVariable stem = dense("stem", input("input", 4), 4, 4);
                yield classifier(stem.add(tanhDense("branch", stem, 4, 4)), 4);
            }
            case TWO_INPUTS -> {
                SDVariable both = graph.concat(1, input("left", 3), input("right", 2));
                yield classifier(tanhDense("hidden", both, 5, 5), 5, "left", "right");
            }
        };
    }

    private SameDiff buildTied() {
        SDVariable weight = weight("tied/weight", 4, 4);
        SDVariable bias = weight("tied/bias", 1, 4);
        SDVariable once = graph.math.tanh(input("input", 4).mmul(weight).add(bias));
        return classifier(graph.math.tanh(once.mmul(weight).add(bias)), 4);
    }

    private SDVariable averagedStates() {
        SDVariable sequence = graph.placeHolder("input", DataType.FLOAT, -1, STEPS, 2);
        SDVariable mask = input("mask", STEPS);
        SDVariable[] inputs = graph.unstack(sequence, 1, STEPS);
        SDVariable fromInput = weight("lstm/input", 2, 4 * UNITS);
        SDVariable fromState = weight("lstm/recurrent", UNITS, 4 * UNITS);
        SDVariable bias = weight("lstm/bias", 1, 4 * UNITS);
        SDVariable state = mask.get(SDIndex.all(), SDIndex.interval(0, UNITS)).mul(0);
        SDVariable cell = state;
        SDVariable sum = state;
        for (int step = 0; step < STEPS; step++) {
            SDVariable input = inputs[step];
            SDVariable gates = input.mmul(fromInput).add(state.mmul(fromState)).add(bias);
            cell = sigmoid(gates, 1).mul(cell).add(sigmoid(gates, 0).mul(tanh(block(gates, 2))));
            state = sigmoid(gates, 3).mul(tanh(cell));
            SDVariable kept = mask.get(SDIndex.all(), SDIndex.interval(step, step + 1));
            sum = sum.add(state.mul(kept));
        }
        return sum.div(mask.sum(true, 1));
    }

    private static SDVariable block(SDVariable gates, int index) {
        return gates.get(SDIndex.all(), SDIndex.interval(index * UNITS, (index + 1) * UNITS));
    }

    private SDVariable sigmoid(SDVariable gates, int index) {
        return graph.nn.sigmoid(block(gates, index));
    }

    private SDVariable tanh(SDVariable values) {
        return graph.math.tanh(values);
    }

    private SDVariable input(String name, long features) {
        return graph.placeHolder(name, DataType.FLOAT, -1, features);
    }

    private SDVariable weight(String name, long rows, long columns) {
        return graph.var(
                name, new XavierInitScheme('c', rows, columns), DataType.FLOAT, rows, columns);
    }

    private SDVariable dense(String name, SDVariable from, long in, long out) {
        return from.mmul(weight(name + "/weight", in, out)).add(weight(name + "/bias", 1, out));
    }

    private SDVariable tanhDense(String name, SDVariable from, long in, long out) {
        return graph.math.tanh(dense(name, from, in, out));
    }

    private SameDiff regression(SDVariable estimate) {
        graph.loss.meanSquaredError("loss", input("label", 1), estimate.rename("output"), null);
        return trained("input");
    }

    private SameDiff classifier(SDVariable hidden, long units, String... inputs) {
        SDVariable logits = dense("head", hidden, units, 3).rename("output");
        graph.loss.softmaxCrossEntropy("loss", input("label", 3), logits, null);
        return trained(inputs.length == 0 ? new String[] {"input"} : inputs);
    }

    private SameDiff trained(String... inputs) {
        TrainingConfig.Builder config = TrainingConfig.builder()
                .updater(new Adam(0.01))
                .dataSetFeatureMapping(inputs)
                .dataSetLabelMapping("label");
        if (graph.hasVariable("mask")) {
            config.dataSetFeatureMaskMapping("mask");
        }
        graph.setTrainingConfig(config.build());
        return graph;
    }
}
