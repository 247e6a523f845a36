package dev.mltest.reporting.page;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON has no NaN and no infinities; they are written as strings. */
final class JsonNumbers {

    private JsonNumbers() {}

    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.put(name, Double.toString(value));
        }
    }
}
