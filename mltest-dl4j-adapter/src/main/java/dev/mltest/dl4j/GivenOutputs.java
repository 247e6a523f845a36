package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/**
 * The loss of outputs that are handed in, as they leave the output layer: behind its activation.
 * Whether a loss can be computed so is tried out on the network's own outputs first.
 */
final class GivenOutputs {

    private static final double TOLERANCE = 1e-4;

    private final Subject subject;
    private @Nullable Boolean agrees;

    GivenOutputs(Subject subject) {
        this.subject = subject;
    }

    double loss(NamedTensors outputs, Batch batch) {
        return subject.pass(batch, Mode.INFERENCE, feed -> {
            requireAgreement(feed);
            INDArray[] given = subject.upload().arrays(outputs);
            if (given.length != feed.targets().length) {
                throw new ConfigurationException("model '%s' has %d outputs, but %d were given: %s"
                        .formatted(
                                subject.name(),
                                feed.targets().length,
                                given.length,
                                outputs.names()));
            }
            return sum(feed, given);
        });
    }

    private void requireAgreement(Feed feed) {
        if (agrees == null) {
            Network.Forward pass = subject.forward(feed, Mode.INFERENCE);
            double found = sum(feed, pass.outputs());
            double allowed = TOLERANCE * Math.max(TOLERANCE, Math.abs(pass.loss()));
            if (!Double.isFinite(pass.loss())) {
                throw new NotAvailableException("the loss of '%s' is not finite on its own outputs"
                        .formatted(subject.name()));
            }
            agrees = Math.abs(found - pass.loss()) <= allowed;
        }
        if (!agrees) {
            throw new NotAvailableException(
                    "DL4J computes the loss of '%s' from values in front of the output activation, which its outputs do not tell"
                            .formatted(subject.name()));
        }
    }

    private double sum(Feed feed, INDArray... outputs) {
        List<Layer> layers = subject.network().outputs();
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            IOutputLayer layer = Layers.output(subject.name(), layers.get(i));
            INDArray mask = feed.targetMasks() == null ? null : feed.targetMasks()[i];
            sum += OutputLoss.of(layer).at(feed.targets()[i], outputs[i], mask)
                    / (Layers.averages(layer) ? feed.size() : 1);
        }
        return sum;
    }
}
