package dev.mltest.dl4j;

import org.deeplearning4j.nn.api.Layer;

/**
 * A layer and where it stands.
 *
 * @param key DL4J's own key: an index or a vertex name
 * @param name the readable one
 * @param layer the layer as the network runs it
 * @param frozen whether training must not move its weights
 */
record Place(String key, String name, Layer layer, boolean frozen) {}
