package dev.mltest.experiment;

import dev.mltest.evidence.LayersEvidence.Look;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.TensorSummary;

/** Adds up what one layer puts out over several batches; keeps at most a few thousand elements. */
final class LayerTally {

    private static final int MOST = 4096;
    private static final double NOT_ONE = 0.5;

    private double[] first = new double[0];
    private double[] sum = new double[0];
    private double[] squares = new double[0];
    private int stride = 1;
    private long rows;
    private boolean rowless;
    private double total;
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private long units;
    private double lastError;
    private double secondError;

    void add(ArrayTensor value, int batch) {
        TensorSummary summary = value.summary();
        min = Math.min(min, summary.min());
        total += Math.pow(summary.norm(), 2);
        count += value.length();
        if (value.shape().rank() < 2 || value.shape().size(0) != batch) {
            rowless = true;
            return;
        }
        units = value.shape().size(value.shape().rank() == 2 ? -1 : 1);
        if (Math.min(lastError, secondError) < NOT_ONE) {
            lastError = Math.max(lastError, sumError(value, value.shape().rank() - 1));
            secondError = Math.max(secondError, sumError(value, 1));
        }
        spread(value);
    }

    private void spread(ArrayTensor value) {
        int width = value.rowLength();
        if (rows == 0) {
            stride = Math.max(1, width / MOST);
            first = new double[(width + stride - 1) / stride];
            sum = new double[first.length];
            squares = new double[first.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = value.get(i * stride);
            }
        }
        if ((width + stride - 1) / stride != first.length) {
            return;
        }
        for (int row = 0; row < value.shape().size(0); row++, rows++) {
            for (int i = 0; i < first.length; i++) {
                double distance = value.get(row * width + i * stride) - first[i];
                sum[i] += distance;
                squares[i] += distance * distance;
            }
        }
    }

    private static double sumError(ArrayTensor value, int axis) {
        int size = (int) value.shape().size(axis);
        int inner = 1;
        for (int i = axis + 1; i < value.shape().rank(); i++) {
            inner *= (int) value.shape().size(i);
        }
        double worst = 0;
        for (int block = 0; block < value.length(); block += size * inner) {
            for (int start = block; start < block + inner; start++) {
                double all = 0;
                for (int i = 0; i < size; i++) {
                    all += value.get(start + i * inner);
                }
                worst = Math.max(worst, Math.abs(all - 1));
                if (worst > NOT_ONE) {
                    return worst;
                }
            }
        }
        return worst;
    }

    Look look() {
        double variance = 0;
        for (int i = 0; i < sum.length; i++) {
            variance += Math.max(0, squares[i] / rows - sum[i] / rows * (sum[i] / rows));
        }
        return new Look(
                Math.sqrt(total / Math.max(1, count)),
                rowless || rows == 0 ? Double.NaN : Math.sqrt(variance / sum.length),
                min,
                units,
                Math.min(lastError, secondError));
    }
}
