package dev.mltest.reporting.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * What stands in the page as it is.
 *
 * @param style the style sheet
 * @param charts the charting library
 * @param script the page's own script
 * @param figures what is plotted, as JSON that is safe inside an element
 */
public record PageParts(String style, String charts, String script, String figures) {

    static PageParts around(String figures) {
        return new PageParts(
                resource("report.css"), resource("echarts.min.js"), resource("report.js"), figures);
    }

    /** Nothing may be loaded from anywhere, and no script may run but these two. */
    public String policy() {
        return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '%s' '%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(charts), hash(script));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(
                PageParts.class.getResourceAsStream(name), name + " is missing in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
