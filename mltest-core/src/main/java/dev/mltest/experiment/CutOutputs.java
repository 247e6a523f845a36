package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

/**
 * Tells scores that a limit cuts off. Turning the signs of the last weights turns what is cut into
 * what is not: two scores of a row that are the same in one case and differ in the other were cut.
 * Masked scores are the same in both cases, free ones in neither. Exact zeros and ones do not
 * count, since probabilities round to them.
 */
final class CutOutputs {

    private final ArrayTensor outputs;
    private final ArrayTensor turned;
    private final int width;
    private final boolean logits;

    private CutOutputs(ArrayTensor outputs, ArrayTensor turned, boolean logits) {
        this.outputs = outputs;
        this.turned = turned;
        this.width = (int) outputs.shape().size(-1);
        this.logits = logits;
    }

    /** Share of the scores that are cut in one of the two cases. */
    static double share(ArrayTensor straight, ArrayTensor turned, boolean logits) {
        int cut = new CutOutputs(straight, turned, logits).count()
                + new CutOutputs(turned, straight, logits).count();
        return cut / (double) straight.length();
    }

    private int count() {
        int cut = 0;
        for (int i = 0; i < outputs.length(); i++) {
            cut += isCut(i) ? 1 : 0;
        }
        return cut;
    }

    private boolean isCut(int i) {
        double value = outputs.get(i);
        boolean rounded = !logits && (value == 0 || value == 1);
        int row = i / width * width;
        for (int j = row; j < row + width && !rounded; j++) {
            if (j != i && outputs.get(j) == value && turned.get(j) != turned.get(i)) {
                return true;
            }
        }
        return false;
    }
}
