package dev.mltest.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.Reported;
import dev.mltest.reporting.browser.Browser;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.results.Suite;
import dev.mltest.reporting.view.ReportContext;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader sees of a healthy, a broken and a hostile model. */
class ReportInBrowserTest {

    private static final Path PICTURES = Path.of("target", "report-pictures");
    private static final List<Reported> VERDICTS = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void look() {
        browser = Browser.start();
        VERDICTS.clear();
        ReferenceModel broken = ReferenceModel.regressor().rule(() -> UpdateRule.adam(-0.02));
        VERDICTS.addAll(RecordedRun.write(directory, ReferenceModel.classifier().build()));
        VERDICTS.addAll(RecordedRun.write(directory, broken.build()));
        List<Suite> suites = new ArrayList<>(Results.read(List.of(directory)).suites());
        Path evidence = directory.resolve("hostile.cpu.json");
        HostileEvidence.write(evidence);
        suites.add(new Suite(
                "hostile",
                List.of(Reports.violated(Reports.HOSTILE, "a-check")),
                List.of(evidence)));
        suites.get(suites.size() - 1).verdicts().forEach(VERDICTS::add);
        Comparison comparison = new Comparison(
                "the last run",
                List.of(new Change(Reports.HOSTILE, "a-check", "held", "violated")),
                List.of());
        ReportFiles.write(
                directory,
                new Results(suites),
                new ReportContext(
                        new RunInfo(Reports.context().run().at(), "main", "1a2b3c4"),
                        List.of(comparison),
                        List.of()));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(directory.resolve("report.html"));
    }

    @Test
    void nothing_is_complained_of_and_nothing_is_loaded() {
        browser.complaints();
        browser.requests();
        browser.open(directory.resolve("report.html"));
        browser.drawEverything();

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"))
                .filteredOn(url -> url.startsWith("file:"))
                .hasSize(1);
    }

    @Test
    void every_verdict_is_there_with_its_outcome() {
        assertThat(browser.all(".check")).hasSameSizeAs(VERDICTS);
        for (Reported verdict : VERDICTS) {
            assertThat(browser.count(
                            "return [...document.querySelectorAll('.check')].filter(check =>"
                                    + " check.querySelector('.name').textContent.startsWith(arguments[0])"
                                    + " && check.querySelector('.claim b').textContent === arguments[1]"
                                    + " && check.querySelector('.outcome').textContent === arguments[2]).length",
                            verdict.report().checkId(),
                            verdict.report().subject().model(),
                            verdict.report().outcome().label()))
                    .as(verdict.report().checkId())
                    .isEqualTo(1);
        }
    }

    @Test
    void violations_stand_open_and_what_held_is_closed() {
        assertThat(browser.all(".check.violated:not([open])")).isEmpty();
        assertThat(browser.all(".check.held[open], .check.not-applicable[open]"))
                .isEmpty();
    }

    @Test
    void an_injected_script_stays_text() {
        browser.drawEverything();

        assertThat(browser.run("return window.injected")).isNull();
        assertThat(browser.all("script")).hasSize(3);
        assertThat(browser.all("h2"))
                .extracting(WebElement::getText)
                .anyMatch(text -> text.startsWith("</script><script>window.injected = 1"));
    }

    @Test
    void plots_have_the_recorded_values() {
        browser.drawEverything();
        OverfitEvidence recorded = ((Answer.Seen<OverfitEvidence>)
                        EvidenceFile.read(directory.resolve("toy-classifier.cpu.json"))
                                .ask(new OverfitOneBatch(), 42))
                .evidence();
        List<Double> expected =
                recorded.real().points().stream().map(point -> point.loss()).toList();

        Object shown =
                browser.run("const section = [...document.querySelectorAll('.model')].find(model =>"
                        + " model.querySelector('h2').textContent === 'toy-classifier');"
                        + "return echarts.getInstanceByDom(section.querySelector('.chart'))"
                        + ".getOption().series[0].data.map(point => point.recorded)");

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void every_plot_is_drawn_and_has_its_figures_as_text() {
        browser.drawEverything();

        assertThat(browser.all(".chart")).hasSizeGreaterThanOrEqualTo(15);
        assertThat(browser.count("return document.querySelectorAll('.chart svg').length"))
                .isEqualTo(browser.all(".chart").size());
        assertThat(browser.count("return document.querySelectorAll('.plot table tbody tr').length"))
                .isGreaterThan(browser.all(".plot").size());
        assertThat(browser.all(".plot:not(:has(table))")).isEmpty();
        assertThat(browser.all(".chart:not([role=img])")).isEmpty();
    }

    @Test
    void what_is_not_finite_is_marked() {
        browser.drawEverything();

        assertThat(browser.text("return [...document.querySelectorAll('.chart')].flatMap(chart =>"
                        + " echarts.getInstanceByDom(chart).getOption().series.map(series => series.name))"
                        + ".join()"))
                .contains("not finite", "not a number", "exactly 0");
    }

    @Test
    void the_filter_works_by_keyboard() {
        browser.press("/");
        browser.press("one-batch toy-regressor");

        assertThat(browser.text("return document.activeElement.id")).isEqualTo("search");
        assertThat(browser.all(".check:not([hidden])")).hasSize(1);
        assertThat(browser.text("return document.getElementById('shown').textContent"))
                .isEqualTo("1 of %d verdicts".formatted(VERDICTS.size()));

        browser.press(Keys.ESCAPE);

        assertThat(browser.all(".check[hidden]")).isEmpty();
    }

    @Test
    void outcomes_are_switched_off_by_keyboard() {
        browser.run("document.querySelector('[data-outcome=held]').focus()");
        browser.press(Keys.SPACE);

        assertThat(browser.all(".check.held:not([hidden])")).isEmpty();
        assertThat(browser.all(".check.violated[hidden]")).isEmpty();
        assertThat(browser.text("return document.activeElement.getAttribute('aria-pressed')"))
                .isEqualTo("false");
    }

    @Test
    void the_theme_is_switched_by_keyboard_and_follows_the_system_before() {
        String before = background();
        browser.press("t");

        assertThat(background()).isNotEqualTo(before);
        assertThat(browser.text("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        browser.press("t");
        assertThat(background()).isEqualTo(before);
    }

    @Test
    void violations_are_reached_by_keyboard_one_after_the_other() {
        browser.press("n");
        String first = browser.text("return document.activeElement.parentElement.id");
        browser.press("n");

        assertThat(first).isEqualTo(browser.all(".check.violated").get(0).getAttribute("id"));
        assertThat(browser.text("return document.activeElement.parentElement.id"))
                .isEqualTo(browser.all(".check.violated").get(1).getAttribute("id"));
    }

    @Test
    void a_narrow_window_needs_no_scrolling_sideways() {
        browser.size(500, 900);

        assertThat(browser.count("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(browser.count("return window.innerWidth"));
    }

    @Test
    void pictures_are_kept_to_be_looked_at() throws IOException {
        browser.drawEverything();
        browser.picture(PICTURES.resolve("light.png"));
        browser.press("t");
        browser.picture(PICTURES.resolve("dark.png"));
        browser.press("t");
        browser.size(500, 1200);
        browser.picture(PICTURES.resolve("narrow.png"));
        browser.size(1000, 1400);
        browser.run("dispatchEvent(new Event('beforeprint'))");
        browser.emulate("prefers-color-scheme", "light", "print");
        browser.picture(PICTURES.resolve("print.png"));

        assertThat(PICTURES).isDirectoryContaining("glob:**print.png");
        assertThat(browser.all("nav.filter")).noneMatch(WebElement::isDisplayed);
    }

    private static String background() {
        return browser.text("return getComputedStyle(document.body).backgroundColor");
    }
}
