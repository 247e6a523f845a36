package dev.mltest.djl;

import ai.djl.nn.Block;
import ai.djl.util.Pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All blocks of a model with their places, each once, in the order in which they are declared. */
final class Layers {

    private final List<Layer> found = new ArrayList<>();
    private final Set<Block> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Layers() {}

    /** The outermost block first, then what it holds. */
    static List<Layer> of(Block outermost) {
        Layers layers = new Layers();
        layers.visit(new Layer("", outermost));
        return layers.found;
    }

    private void visit(Layer layer) {
        seen.add(layer.block());
        found.add(layer);
        Map<String, Integer> siblings = new HashMap<>();
        for (Pair<String, Block> child : layer.block().getChildren()) {
            if (seen.contains(child.getValue())) {
                continue;
            }
            LayerName name = LayerName.of(child.getKey(), child.getValue());
            int number = siblings.merge(name.text(), 1, Integer::sum);
            visit(new Layer(layer.inside(name.numbered(number)), child.getValue()));
        }
    }
}
