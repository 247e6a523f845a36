package dev.mltest.corpus.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.RecurrentBlock;

import dev.mltest.corpus.program.Layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The layers of a block, told by their classes. What a block of the user's own does with the
 * outputs of its children is not known.
 */
final class LayerList {

    private LayerList() {}

    static List<Layer> of(Block block) {
        List<Layer> layers = new ArrayList<>();
        collect("", block, "identity", layers);
        return layers;
    }

    private static void collect(String path, Block block, String end, List<Layer> layers) {
        if (block.getChildren().isEmpty()) {
            layers.add(describe(path, block, end));
        }
        String childrensEnd = block instanceof SequentialBlock ? "identity" : "";
        block.getChildren()
                .forEach(child -> collect(
                        Names.inside(path, child.getKey()),
                        child.getValue(),
                        childrensEnd,
                        layers));
    }

    private static Layer describe(String path, Block block, String end) {
        if (block instanceof LambdaBlock lambda) {
            return new Layer(path, "activation", lambda.getName().toLowerCase(Locale.ROOT), 0);
        }
        if (block instanceof Dropout) {
            return new Layer(path, "dropout", "identity", DropRates.of(block));
        }
        return new Layer(path, kind(block), end, 0);
    }

    private static String kind(Block block) {
        if (block instanceof Linear) {
            return "dense";
        }
        if (block instanceof Convolution) {
            return "convolution";
        }
        if (block instanceof BatchNorm) {
            return "batch-norm";
        }
        if (block instanceof Embedding) {
            return "embedding";
        }
        return block instanceof RecurrentBlock ? "recurrent" : "other";
    }
}
