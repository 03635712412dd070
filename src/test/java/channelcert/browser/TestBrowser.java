package channelcert.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A headless Chromium for the tests of one class. Where there is none the tests are skipped, but
 * not under {@code CI=true}: there the class fails.
 */
public final class TestBrowser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double LONGEST_WAIT = 20_000;
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the test class by name where no browser can be had. */
  public static TestBrowser start() {
    Optional<Path> binary = BrowserBinary.find();
    if (binary.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(
          "no browser: install Debian's chromium, or name one by CHANNELCERT_BROWSER");
    }
    assumeTrue(binary.isPresent(), "no Chromium is installed, and npm gave none");
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(binary.get())
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
    return new TestBrowser(playwright, browser);
  }

  /** A fresh profile in a window of that width. */
  public BrowserContext context(int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setColorScheme(scheme));
    context.setDefaultTimeout(LONGEST_WAIT);
    return context;
  }

  /** Keeps a picture of the whole page for people to look at. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** What axe finds serious or critical on a page, one line each. */
  public static List<String> seriousFindings(Page page) {
    page.evaluate(Axe.SCRIPT);
    Object found =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .filter(each => each.impact === 'serious' || each.impact === 'critical')
              .flatMap(each => each.nodes.map(node =>
                each.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))
            """);
    List<String> findings = new ArrayList<>();
    ((List<?>) found).forEach(each -> findings.add(String.valueOf(each)));
    return findings;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static final class Axe {
    static final String SCRIPT = read();

    private static String read() {
      try (InputStream file =
          Objects.requireNonNull(
              TestBrowser.class.getClassLoader().getResourceAsStream("axe.min.js"))) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
