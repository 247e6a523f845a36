package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** No link of any page of the repository leads nowhere; of the web only the syntax is looked at. */
class LinksTest {

    private static final Pattern WEB = Pattern.compile("[a-z]+:.*");

    static List<Page> pages() {
        return Repository.pages();
    }

    @Test
    void all_pages_are_looked_at() {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(pages().stream().flatMap(page -> page.links().stream()))
                .hasSizeGreaterThanOrEqualTo(300);
        assertThat(pages().stream().flatMap(page -> page.links().stream()))
                .anyMatch(link -> link.contains("#"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_link_leads_nowhere(Page page) {
        assertThat(page.links()).allMatch(link -> leadsSomewhere(page, link));
    }

    private static boolean leadsSomewhere(Page page, String link) {
        if (WEB.matcher(link).matches()) {
            return isAddress(link);
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || Page.read(target).anchors().contains(parts[1]));
    }

    private static boolean isAddress(String link) {
        try {
            URI address = new URI(link);
            return address.getScheme().matches("https?|mailto")
                    && (address.getHost() != null || address.getScheme().equals("mailto"));
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
