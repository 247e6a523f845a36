package dev.mltest.corpus.record;

import java.util.List;
import java.util.Optional;

/**
 * What was seen around one step of a training.
 *
 * @param step how many were taken before
 * @param epoch in which it was
 * @param loss as the program reports it, penalties included
 * @param dataLoss of the same batch without penalties; NaN if it cannot be asked for
 * @param parameters all, in forward order
 * @param layers those that can be listened to, in the order in which they ran
 * @param outputs of the model; nothing if there are none
 * @param modes comparison of the modes; nothing if it was not made
 */
public record Look(
        int step,
        int epoch,
        double loss,
        double dataLoss,
        List<ParameterLook> parameters,
        List<LayerLook> layers,
        List<OutputLook> outputs,
        List<ModeLook> modes) {

    /** Keeps its own copies. */
    public Look {
        parameters = List.copyOf(parameters);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        modes = List.copyOf(modes);
    }

    /** The parameters that are to be trained. */
    public List<ParameterLook> trainable() {
        return parameters.stream().filter(ParameterLook::isTrainable).toList();
    }

    /** Trainable matrices and filter banks. */
    public List<ParameterLook> weights() {
        return parameters.stream().filter(ParameterLook::isWeight).toList();
    }

    /** The parameter at this place. */
    public Optional<ParameterLook> parameter(String path) {
        return parameters.stream()
                .filter(parameter -> parameter.path().equals(path))
                .findFirst();
    }

    /** The layer at this place. */
    public Optional<LayerLook> layer(String path) {
        return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
    }
}
