package dev.mltest.evidence;

import java.util.List;

/**
 * Where probabilities are made: in the model, in the loss, in both or in neither.
 *
 * @param outputs the model's outputs in inference mode
 * @param scaledOutputs the same after the last layer was scaled up a hundredfold
 * @param loss loss of the outputs
 * @param shiftedLoss loss after 1 was added to every output; NaN if the loss cannot be evaluated by
 *     itself
 * @param normalisingLayers layers whose output rows are non-negative and sum to 1, in running order
 * @param softmaxedAgain those of them whose softmax the outputs are
 */
public record SoftmaxEvidence(
        OutputProfile outputs,
        OutputProfile scaledOutputs,
        double loss,
        double shiftedLoss,
        List<String> normalisingLayers,
        List<String> softmaxedAgain)
        implements Evidence {

    /** Keeps its own copies. */
    public SoftmaxEvidence {
        normalisingLayers = List.copyOf(normalisingLayers);
        softmaxedAgain = List.copyOf(softmaxedAgain);
    }
}
