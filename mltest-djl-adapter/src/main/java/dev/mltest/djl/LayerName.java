package dev.mltest.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a block within its parent. DJL's keys are two digits and either the name the user
 * gave or the block's class.
 *
 * @param text the name without a number
 * @param given whether the user chose it
 */
record LayerName(String text, boolean given) {

    private static final Pattern NUMBER = Pattern.compile("^\\d{2,}");
    private static final Pattern UNFIT = Pattern.compile("[/\\s]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]\\w*");

    /** The name of a child with this key. */
    static LayerName of(String key, Block block) {
        String name = NUMBER.matcher(key).replaceFirst("");
        if (name.equals(block.getClass().getSimpleName()) || name.isEmpty()) {
            return new LayerName(ofClass(block), false);
        }
        return new LayerName(UNFIT.matcher(name).replaceAll("_"), true);
    }

    /**
     * The name of the {@code number}-th sibling of this name: numbers are for what nobody named.
     */
    String numbered(int number) {
        return given && number == 1 ? text : text + number;
    }

    private static String ofClass(Block block) {
        if (block instanceof LambdaBlock lambda) {
            return ofFunction(lambda.getName());
        }
        String name = block.getClass().getSimpleName();
        return name.isEmpty() ? "block" : lowerCamel(name);
    }

    private static String ofFunction(String name) {
        boolean telling = PLAIN.matcher(name).matches() && !name.equals(LambdaBlock.DEFAULT_NAME);
        if (!telling) {
            return "lambda";
        }
        return Character.isLowerCase(name.charAt(0)) ? name : name.toLowerCase(Locale.ROOT);
    }

    /** For example {@code linear}, {@code batchNorm}, {@code lstm}. */
    private static String lowerCamel(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals > 1
                && capitals < name.length()
                && Character.isLowerCase(name.charAt(capitals));
        int lowered = wordFollows ? capitals - 1 : capitals;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }
}
