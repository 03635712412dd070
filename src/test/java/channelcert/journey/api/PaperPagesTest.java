package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.sign.Sort;
import channelcert.store.Databases;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files, calls, certificates, mails and archives on the pages of the portal. */
class PaperPagesTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> ABROAD = new ArrayList<>();

  private static TestBrowser browser;
  private final PortalFixture fixture = new PortalFixture(Databases.inMemory());
  private final Journey journey = new Journey(fixture);

  @BeforeAll
  static void open() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void shut() {
    browser.close();
  }

  @AfterEach
  void stop() {
    fixture.close();
    assertThat(ABROAD).isEmpty();
  }

  @Test
  void theFileIsFilledInOnThePageAndInTheWorkbook() throws Exception {
    Page partner = page(1280, ColorScheme.LIGHT, journey.administrator());
    Page mews = page(390, ColorScheme.DARK, journey.certifier());
    open(partner, "/files");
    assertThat(text(partner)).contains("No file yet");
    journey.toSelfTesting();
    journey.toFileIssued();

    open(partner, "");
    partner.locator("#papers").getByText("Certification file").click();
    look(partner, "file-issued");
    assertThat(text(partner)).contains("Still to be filled in", "Who is responsible");
    byte[] issued = saved(partner, "Workbook of version 1");
    CertificationFile file = CertificationFile.parse(saved(partner, "JSON of version 1"));
    String signed =
        new String(saved(partner, "Signed form of version 1"), StandardCharsets.US_ASCII);
    assertThat(fixture.keys.publicKeys().verify(Sort.FILE, signed).content())
        .contains("Who is responsible");

    upload(partner, PaperTest.edited(issued, "xl/sharedStrings.xml", PaperPagesTest::passed));
    assertThat(partner.locator("#e-file").innerText()).contains("Only the yellow cells", "Tests!E");
    assertThat(partner.locator("#f-file").getAttribute("aria-invalid")).isEqualTo("true");
    look(partner, "file-wrong-cell");
    upload(partner, "no workbook".getBytes(StandardCharsets.UTF_8));
    assertThat(partner.locator("#e-file").innerText()).contains("it is no XLSX workbook");
    upload(partner, new byte[3 << 20]);
    assertThat(partner.locator("#e-file").innerText()).contains("it has 3 MB");
    upload(partner, FileWorkbook.of(file.with(Map.of("responsible", "Ada <i>Visser</i>"))));
    assertThat(partner.locator("[role=status]").innerText()).contains("The workbook is taken");
    assertThat(partner.getByLabel("Who is responsible").inputValue())
        .isEqualTo("Ada <i>Visser</i>");
    partner.getByLabel("Who is responsible").fill("=1+1");
    partner.getByLabel("Who is responsible").press("Enter");
    assertThat(text(partner)).contains("The answers are stored", "Answers No. 1");
    assertThat(partner.locator("#answers input:not([type=hidden])").first().inputValue())
        .isNotEmpty();
    look(partner, "file-answered");

    open(mews, "/files");
    assertThat(mews.locator("#upload").count()).isZero();
    assertThat(mews.getByLabel("Who is responsible").isDisabled()).isTrue();
    look(mews, "file-mews");
    journey.take("T10", journey.administrator(), "");
    partner.getByLabel("Who is responsible").fill("Somebody else");
    partner.getByText("Store the answers").click();
    assertThat(partner.locator("[role=alert]").innerText())
        .contains("while it is with the partner");
    open(partner, "/files");
    assertThat(text(partner)).contains("returned");
    look(partner, "file-returned");
  }

  private static String passed(String text) {
    return text.replace(">not run<", ">passed<");
  }

  private static void upload(Page page, byte[] workbook) {
    page.getByLabel("Workbook (.xlsx)").setInputFiles(new FilePayload("file.xlsx", XLSX, workbook));
    page.locator("#upload button").click();
  }

  private static byte[] saved(Page page, String link) throws IOException {
    Download download = page.waitForDownload(() -> page.getByLabel(link).click());
    return Files.readAllBytes(download.path());
  }

  private static String text(Page page) {
    return page.locator("main").innerText();
  }

  private void open(Page page, String rest) {
    page.navigate(fixture.portal.url() + "/portal/cases/" + journey.caseId() + rest);
  }

  /** A page of somebody who is logged in; what it asks other hosts for is noted. */
  private Page page(int width, ColorScheme scheme, String session) {
    BrowserContext context = browser.context(width, scheme);
    String url = fixture.portal.url().toString();
    context.addCookies(List.of(new Cookie("channelcert-session", session).setUrl(url)));
    context.onRequest(
        request -> {
          if (!request.url().startsWith(url)) {
            ABROAD.add(request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            ABROAD.add(message.text());
          }
        });
    return context.newPage();
  }

  private static void look(Page page, String name) {
    TestBrowser.picture(page, "portal-" + name);
    assertThat(TestBrowser.seriousFindings(page)).as(name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isEqualTo(page.viewportSize().width);
  }
}
