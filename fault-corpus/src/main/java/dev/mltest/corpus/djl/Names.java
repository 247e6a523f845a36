package dev.mltest.corpus.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Places inside a block, as mltest's adapter calls them: children's names separated by slashes. */
final class Names {

    private Names() {}

    /** Parameters by name, a shared one once. */
    static Map<String, Parameter> parameters(Block block) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        collect("", block, found);
        return found;
    }

    /** One parameter. */
    static Parameter parameter(Block block, String name) {
        return Objects.requireNonNull(
                parameters(block).get(name), () -> "there is no parameter " + name);
    }

    private static void collect(String path, Block block, Map<String, Parameter> found) {
        block.getDirectParameters().forEach(parameter -> {
            if (!found.containsValue(parameter.getValue())) {
                found.put(inside(path, parameter.getKey()), parameter.getValue());
            }
        });
        block.getChildren()
                .forEach(child -> collect(inside(path, child.getKey()), child.getValue(), found));
    }

    /** DJL puts a number before the name of a child. */
    static String inside(String path, String key) {
        String name = key.replaceFirst("^\\d\\d", "");
        return path.isEmpty() ? name : path + "/" + name;
    }
}
