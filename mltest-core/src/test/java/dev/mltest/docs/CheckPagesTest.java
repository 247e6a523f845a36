package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of a check shows what a user of that check really reads. */
class CheckPagesTest {

    private static final String PAGES = "docs/checks/";
    private static final String APPROVED = "mltest-core/src/test/resources/approved/";

    private static final Pattern RATE =
            Pattern.compile("false-alarm\\s+rate\\s+(\\d[\\d.e-]*?)\\.?\\s");

    static List<Page> pages() {
        return Repository.files(path -> path.startsWith(PAGES) && !path.equals(ChecksPage.PATH))
                .stream()
                .map(Page::read)
                .toList();
    }

    static List<Check> defaultChecks() {
        return DefaultChecks.suite().checks();
    }

    @Test
    void all_pages_are_looked_at() {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_shows_one_approved_failure_of_its_check(Page page) {
        List<String> shown =
                page.blocks("text").stream().map(CheckPagesTest::stripped).toList();

        assertThat(shown).hasSize(1).isSubsetOf(approved(id(page)));
    }

    @ParameterizedTest
    @MethodSource("defaultChecks")
    void a_default_check_has_a_page_that_states_its_false_alarm_rate(Check check) {
        Page page = Repository.page(PAGES + check.id() + ".md");

        Matcher stated = RATE.matcher(Repository.text(page.file()));

        assertThat(stated.find()).as("a rate in %s", page).isTrue();
        assertThat(Double.parseDouble(stated.group(1)))
                .isCloseTo(check.falseAlarmRate(), Offset.offset(1e-9));
    }

    private static List<String> approved(String id) {
        return Repository.files(path -> path.startsWith(APPROVED + id + ".")).stream()
                .map(file -> stripped(Repository.text(file)))
                .toList();
    }

    private static String id(Page page) {
        return page.file().getFileName().toString().replaceFirst("\\.md$", "");
    }

    /** Without white space at the ends of lines and of the whole. */
    private static String stripped(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
