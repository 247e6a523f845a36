package dev.mltest.djl;

import ai.djl.nn.Block;

/**
 * A block at its place.
 *
 * @param path slash-separated, empty for the outermost block
 * @param block the block
 */
record Layer(String path, Block block) {

    /** The path of something inside this layer. */
    String inside(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
