package dev.mltest.evidence;

import java.util.List;

/**
 * Where probabilities are made: in the model, in the loss, in both or in neither.
 *
 * @param outputs the model's outputs in inference mode
 * @param scaledOutputs the same after the last layer was scaled up a hundredfold
 * @param turnedOutputs the same after its signs were turned, too
 * @param loss loss of the outputs
 * @param shiftedLoss loss after 1 was added to every output; NaN if the loss cannot be evaluated by
 *     itself
 * @param crispLoss loss of outputs that are the labels, 0 or 1; NaN if the task is not multi-label
 * @param boldLoss loss of outputs of 8 where the label is 1, and of -8 where it is 0; NaN as above
 * @param normalisingLayers layers whose output rows are non-negative and sum to 1, in running order
 * @param softmaxedAgain those of them whose softmax the outputs are
 */
public record SoftmaxEvidence(
        OutputProfile outputs,
        OutputProfile scaledOutputs,
        OutputProfile turnedOutputs,
        double loss,
        double shiftedLoss,
        double crispLoss,
        double boldLoss,
        List<String> normalisingLayers,
        List<String> softmaxedAgain)
        implements Evidence {

    /** Keeps its own copies. */
    public SoftmaxEvidence {
        normalisingLayers = List.copyOf(normalisingLayers);
        softmaxedAgain = List.copyOf(softmaxedAgain);
    }
}
