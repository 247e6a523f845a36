package dev.mltest.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives every layer of a network a readable, unique name: the user's own, or one after its type,
 * such as {@code dense1}.
 */
final class LayerName {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final Pattern OUTER_SLASH = Pattern.compile("^/|/$");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The next layer's name. */
    String of(Layer conf, int index) {
        String given = conf.getLayerName();
        return given == null || given.isBlank() || given.equals("layer" + index)
                ? ofType(conf)
                : given(given);
    }

    /** A name that the user gave, made fit for a path. */
    String given(String name) {
        String spaceless = SPACE.matcher(name.strip()).replaceAll("_");
        String single = SLASHES.matcher(spaceless).replaceAll("/");
        String fit = OUTER_SLASH.matcher(single).replaceAll("");
        String unique = fit;
        for (int number = 2; !taken.add(unique); number++) {
            unique = fit + number;
        }
        return unique;
    }

    private String ofType(Layer conf) {
        String type = type(Configurations.innermost(conf).getClass().getSimpleName());
        String name;
        do {
            name = type + counts.merge(type, 1, Integer::sum);
        } while (!taken.add(name));
        return name;
    }

    /** For example {@code dense}, {@code batchNormalization}, {@code lstm}. */
    private static String type(String className) {
        String stem = className.endsWith("Layer")
                ? className.substring(0, className.length() - "Layer".length())
                : className;
        if (stem.isEmpty()) {
            return "layer";
        }
        return stem.equals(stem.toUpperCase(Locale.ROOT))
                ? stem.toLowerCase(Locale.ROOT)
                : Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
    }
}
