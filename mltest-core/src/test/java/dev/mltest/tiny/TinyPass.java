package dev.mltest.tiny;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

/** A batch on its way through a network, row by row. */
final class TinyPass {

    private final TinyNet net;
    private final ArrayTensor inputs;
    private final Batch batch;
    private final double[][] outputs;

    /**
     * The way there.
     *
     * @throws ConfigurationException if the network cannot take these inputs
     */
    TinyPass(TinyNet net, Batch batch) {
        this.net = net;
        this.batch = batch;
        inputs = batch.inputs().first().toArray();
        long width = net.layers.get(0).weight.shape[0];
        if (batch.inputs().size() > 1 || inputs.rowLength() != width) {
            throw new ConfigurationException(
                    "a tiny network takes one input of rows of %d numbers, but got %s"
                            .formatted(width, batch.inputs()));
        }
        net.layers.forEach(TinyDense::clear);
        outputs = new double[batch.size()][];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = net.forward(inputs.rows(row).toDoubles());
            net.layers.forEach(TinyDense::clear);
        }
    }

    NamedTensors outputs() {
        double[] values = new double[outputs.length * outputs[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs[i / outputs[0].length][i % outputs[0].length];
        }
        ElementType type = net.isSingle() ? ElementType.FLOAT32 : ElementType.FLOAT64;
        return NamedTensors.of(
                "output",
                ArrayTensor.of(type, Shape.of(outputs.length, outputs[0].length), values));
    }

    double loss() {
        return lossOf(outputs().first().toArray());
    }

    double lossOf(ArrayTensor given) {
        double sum = 0;
        for (int row = 0; row < outputs.length; row++) {
            sum += net.loss(given.rows(row).toDoubles(), target(row));
        }
        return sum / outputs.length;
    }

    /** Leaves the gradients with the weights. */
    double walkBack() {
        walkBack(ElementType.FLOAT64);
        return loss();
    }

    /** Leaves the gradients with the weights, and gives that of the inputs. */
    ArrayTensor walkBack(ElementType type) {
        double[] gradient = new double[inputs.length()];
        int width = inputs.rowLength();
        for (int row = 0; row < outputs.length; row++) {
            double[] made = net.forward(inputs.rows(row).toDoubles());
            double[] arriving = net.gradientOfLoss(made, target(row));
            for (int i = 0; i < arriving.length; i++) {
                arriving[i] /= outputs.length;
            }
            System.arraycopy(net.backward(arriving), 0, gradient, row * width, width);
        }
        return ArrayTensor.of(type, inputs.shape(), gradient);
    }

    private double target(int row) {
        ArrayTensor targets = batch.target();
        int classes = outputs[0].length;
        double target = targets.get(row);
        if (targets.rowLength() > 1 || (classes > 1 && !(target >= 0 && target < classes))) {
            throw new ConfigurationException(
                    "a tiny network of %d outputs cannot be compared with target %s in a row of %d"
                            .formatted(classes, target, targets.rowLength()));
        }
        return target;
    }
}
