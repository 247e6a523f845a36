package dev.mltest.reporting.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** Chromium without a window, as Debian packages it; nothing is downloaded. */
public final class Browser implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1600;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it, or skips the test where it is not installed. */
    public static Browser start() {
        assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER),
                "skipped: no chromium and chromedriver in /usr/bin; install Debian's packages chromium and chromium-driver");
        ChromeOptions options = new ChromeOptions()
                .setBinary(PROGRAM.toString())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--disable-background-networking",
                        "--window-size=%d,%d".formatted(WIDTH, HEIGHT));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Opens a file from disk, as wide as a desktop, in the light theme. */
    public Browser open(Path page) {
        size(WIDTH, HEIGHT);
        emulate("prefers-color-scheme", "light", "");
        driver.get(page.toUri().toString());
        return this;
    }

    /** What the page says of itself. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** As {@link #run}, as text. */
    public String text(String script, Object... arguments) {
        return String.valueOf(run(script, arguments));
    }

    /** As {@link #run}, as a number. */
    public long count(String script, Object... arguments) {
        return ((Number) run(script, arguments)).longValue();
    }

    /** Opens what is closed, and waits until the last plot has come into view. */
    public void drawEverything() {
        run("document.querySelectorAll('.gallery').forEach(all => all.open = true)");
        waitFor("const next = [...document.querySelectorAll('.chart')]"
                + ".find(chart => !echarts.getInstanceByDom(chart));"
                + "if (next) next.scrollIntoView(); else scrollTo(0, 0);"
                + "return !next");
    }

    private void waitFor(String script) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** Presses keys wherever the focus is. */
    public void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses a key by name. */
    public void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    /** All elements that a style sheet would select. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Errors and warnings that the browser has shown since it was asked last. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every request since the browser was asked last, the page's own and data in it included. */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                .map(message ->
                        message.replaceAll("(?s).*?\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
                .toList();
    }

    /** Makes the window so large. */
    public void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Pretends that the system prefers something, or that the page is printed. */
    public void emulate(String feature, String value, String medium) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", feature, "value", value))));
    }

    /** Keeps what can be seen. */
    public void picture(Path file) throws IOException {
        File taken = driver.getScreenshotAs(OutputType.FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.copy(taken.toPath(), file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
