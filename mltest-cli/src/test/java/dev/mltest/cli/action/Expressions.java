package dev.mltest.cli.action;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of the expressions of GitHub Actions as the action uses: values of contexts, texts in
 * single quotes, {@code ==}, {@code !=}, {@code &&} and {@code ||}.
 */
final class Expressions {

    private static final Pattern EMBEDDED = Pattern.compile("\\$\\{\\{(.*?)}}");
    private static final Pattern COMPARISON = Pattern.compile("(.+?)\\s*([=!]=)\\s*(.+)");
    private static final Pattern VALUE = Pattern.compile("[a-z_]+(\\.[a-z_-]+)+");

    private final Map<String, String> contexts;

    /**
     * Over these values.
     *
     * @param contexts by path, for example {@code inputs.name}
     */
    Expressions(Map<String, String> contexts) {
        this.contexts = contexts;
    }

    /** The text with the values of what is embedded in it. */
    String fill(String text) {
        return EMBEDDED.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult embedded) {
        return Matcher.quoteReplacement(value(embedded.group(1)));
    }

    boolean holds(String condition) {
        String value = value(condition);
        return !value.isEmpty() && !value.equals("false");
    }

    private String value(String expression) {
        String value = "";
        for (String alternative : expression.split("\\|\\|")) {
            value = all(alternative);
            if (!value.isEmpty() && !value.equals("false")) {
                return value;
            }
        }
        return value;
    }

    private String all(String conjunction) {
        String value = "";
        for (String term : conjunction.split("&&")) {
            value = term(term.strip());
            if (value.isEmpty() || value.equals("false")) {
                return value;
            }
        }
        return value;
    }

    private String term(String term) {
        Matcher comparison = COMPARISON.matcher(term);
        if (!comparison.matches()) {
            return operand(term);
        }
        boolean isSame = operand(comparison.group(1)).equals(operand(comparison.group(3)));
        return Boolean.toString(isSame == comparison.group(2).equals("=="));
    }

    private String operand(String operand) {
        if (operand.startsWith("'") && operand.endsWith("'")) {
            return operand.substring(1, operand.length() - 1);
        }
        if (operand.startsWith("hashFiles(")) {
            return "hash";
        }
        if (!VALUE.matcher(operand).matches()) {
            throw new IllegalArgumentException("not understood: " + operand);
        }
        return contexts.getOrDefault(operand, "");
    }
}
