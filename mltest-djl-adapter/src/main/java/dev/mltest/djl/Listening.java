package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.SequentialBlock;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One forward pass during which the layers' outputs are taken down. */
final class Listening {

    private final String name;
    private final Network network;
    private final Map<String, Integer> runs = new HashMap<>();
    private final List<String> layers = new ArrayList<>();
    private final NDList outputs = new NDList();

    Listening(String name, Network network) {
        this.name = name;
        this.network = network;
    }

    List<Activation> activations(Batch batch, Mode mode) {
        NativeMemory.handingOut(() -> network.pass(mode, () -> forward(batch, mode)));
        if (outputs.isEmpty()) {
            throw new NotAvailableException(
                    "none of the layers inside '%s' can be listened to: they are no children of DJL blocks, or its blocks call them through fields of their own types; declare such fields as Block"
                            .formatted(name));
        }
        List<Activation> activations = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            activations.add(new Activation(layers.get(i), new DjlTensor(outputs.get(i))));
        }
        return activations;
    }

    private NDList forward(Batch batch, Mode mode) {
        NDList labels = network.upload().labels(batch);
        NDList inputs = network.upload().inputs(batch);
        network.forward(inputs, labels, mode, this::heard);
        return outputs;
    }

    private void heard(Layer layer, NDList made) {
        if (layer.block() instanceof SequentialBlock) {
            return;
        }
        int run = runs.merge(layer.path(), 1, Integer::sum);
        String path = run == 1 ? layer.path() : layer.path() + "#" + run;
        for (NDArray output : made) {
            layers.add(made.size() == 1 ? path : path + "/output" + (made.indexOf(output) + 1));
            outputs.add(output.duplicate());
        }
    }
}
