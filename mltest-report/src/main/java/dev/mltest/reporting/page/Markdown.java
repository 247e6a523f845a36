package dev.mltest.reporting.page;

/** Text that stands in Markdown as it was written. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]()#+!|~";

    private Markdown() {}

    /** In one line, and neither markup nor HTML. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\n', '\r', '\u2028', '\u2029' -> escaped.append(' ');
                default -> {
                    escaped.append(SPECIAL.indexOf(point) < 0 ? "" : "\\");
                    escaped.appendCodePoint(point);
                }
            }
        });
        return escaped.toString();
    }

    /** As a block that no text can end. */
    static String block(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + text + "\n" + fence;
    }
}
