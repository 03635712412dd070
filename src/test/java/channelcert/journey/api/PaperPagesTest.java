package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.sign.Sort;
import channelcert.journey.certificate.Certificate;
import channelcert.journey.certificate.CertificateVerifier;
import channelcert.journey.export.ExportVerifier;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
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
    partner.getByText("Fill the certification file in").click();
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
    assertThat(partner.evaluate("document.querySelector('#f-file').validationMessage"))
        .isEqualTo("The file is larger than 2 MB; choose a smaller one.");
    upload(partner, FileWorkbook.of(file.with(Map.of("responsible", "Ada <i>Visser</i>"))));
    assertThat(partner.locator("[role=status]").innerText()).contains("The workbook is taken");
    assertThat(partner.getByLabel("Who is responsible").inputValue())
        .isEqualTo("Ada <i>Visser</i>");
    partner.getByLabel("Who is responsible").fill("=1+1");
    partner.getByLabel("Who is responsible").press("Enter");
    assertThat(text(partner)).contains("The answers are stored", "Answers to version 1");
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

  @Test
  void aTimeIsOfferedBookedMovedAndTheCallIsLed() throws Exception {
    Page partner = page(390, ColorScheme.LIGHT, journey.administrator());
    Page mews = page(1280, ColorScheme.DARK, journey.certifier());
    journey.toSelfTesting();
    journey.toFileIssued();
    open(mews, "/call");
    assertThat(text(mews)).contains("No call is booked", "No time is offered");
    offer(mews, "2026-01-02T10:30");
    assertThat(mews.locator("#e-startsAt").innerText()).contains("between now and a year");
    assertThat(mews.locator("#f-startsAt").inputValue()).isEqualTo("2026-01-02T10:30");
    look(mews, "call-wrong-time");
    offer(mews, "2027-01-02T10:30");
    offer(mews, "2027-01-03T10:30");
    offer(mews, "2027-01-03T11:00");
    assertThat(mews.locator("#e-startsAt").innerText()).contains("overlaps");
    offer(mews, "2027-01-04T10:30");
    mews.getByLabel("Withdraw 4 Jan").click();
    assertThat(text(mews)).contains("not offered any more").doesNotContain("4 Jan");

    open(partner, "/call");
    assertThat(text(partner)).contains("as soon as the certification file is returned", "free");
    fixture.done(
        journey.administrator(),
        "POST",
        journey.path("/files/answers"),
        "{'answers':[{'key':'responsible','value':'Ada Visser'}]}");
    journey.take("T10", journey.administrator(), "");
    open(partner, "");
    partner.getByText("Choose a time").click();
    look(partner, "call-slots");
    Page late = partner.context().newPage();
    open(late, "/call");
    partner.getByLabel("Book the call, 2 Jan").press("Enter");
    assertThat(text(partner)).contains("The call is booked", "Planned until", "2 Jan 2027, 12:00");
    assertThat(new String(saved(partner.getByText("Calendar entry")), StandardCharsets.UTF_8))
        .contains("BEGIN:VEVENT", "DTSTART:20270102T103000Z");
    late.getByLabel("Book the call, 3 Jan").click();
    assertThat(late.locator("[role=alert]").innerText()).contains("Somebody else changed the case");
    late.getByLabel("Move the call, 3 Jan").click();
    assertThat(text(late)).contains("3 Jan 2027, 12:00");
    look(late, "call-booked");

    fixture.pass(Duration.ofDays(2).plusMinutes(30));
    mews = page(1280, ColorScheme.DARK, journey.certifier());
    open(mews, "");
    mews.getByLabel("Who is present").fill("Ada Visser\nCarla Bos");
    mews.getByText("Begin the call", exact()).last().click();
    fixture.clock.advance(Duration.ofMinutes(91));
    open(mews, "/call");
    assertThat(text(mews)).contains("the time is up", "Ada Visser, Carla Bos", "90 minutes end");
    mews.getByLabel("Minutes longer").fill("soon");
    mews.getByText("Go on for longer").click();
    assertThat(mews.locator("#e-minutes").innerText()).contains("5 to 240");
    look(mews, "call-overtime");
    mews.getByLabel("Minutes longer").fill("30");
    mews.getByText("Go on for longer").click();
    assertThat(text(mews)).contains("and 30 more").doesNotContain("the time is up");
    mews.getByLabel("Protocol").fill("INV-1 was seen.\nINV-2 too.");
    mews.getByText("Store the protocol").click();
    assertThat(mews.locator(".lines").innerText()).isEqualTo("INV-1 was seen.\nINV-2 too.");
    mews.getByLabel("Minutes longer").fill("0");
    mews.getByText("Go on for longer").click();
    assertThat(mews.locator("#f-protocol").inputValue()).startsWith("INV-1 was seen.");
    look(mews, "call-running");
  }

  @Test
  void aCertificateIsOpenForAnybodyUntilItIsRevokedAndAfter() throws Exception {
    journey.toEvaluation();
    Page property = page(1280, ColorScheme.LIGHT, fixture.as(Role.PROPERTY));
    open(property, "");
    assertThat(property.locator("#certificates, #papers").count()).isZero();
    journey.certify();
    open(property, "");
    assertThat(property.locator("#certificates").innerText()).contains("valid");
    String signed =
        new String(saved(property, "Signed certificate of attempt 1"), StandardCharsets.US_ASCII);
    Certificate certificate = CertificateVerifier.verify(signed, fixture.keys.publicKeys());
    look(property, "case-certified");

    Page partner = page(390, ColorScheme.DARK, journey.administrator());
    open(partner, "");
    byte[] archive = saved(partner.getByText("Everything as one archive"));
    assertThat(
            ExportVerifier.verify(new ByteArrayInputStream(archive), fixture.keys.publicKeys())
                .attests())
        .contains("Case: " + journey.caseId(), "Certificates: 1");
    look(partner, "case-papers");

    Page anybody = browser.context(390, ColorScheme.LIGHT).newPage();
    String address = fixture.portal.url() + "/portal/certificates/" + certificate.id();
    assertThat(anybody.navigate(address).status()).isEqualTo(200);
    assertThat(anybody.locator("h1").innerText()).contains("Acme Channels", "valid");
    assertThat(text(anybody))
        .contains("24 tests passed", "INV-1", certificate.auditHead())
        .contains("verify-certificate certificate-" + certificate.id() + ".jws --key http");
    assertThat(
            new String(
                saved(anybody.getByText("Certificate (JWS)", exact())), StandardCharsets.US_ASCII))
        .isEqualTo(signed);
    look(anybody, "certificate");
    journey.take("T29", journey.administrator(), "'change':'<b>Blocks</b>'");
    anybody.reload();
    assertThat(anybody.locator("h1").innerText()).contains("revoked");
    assertThat(text(anybody)).contains("Re-certification: <b>Blocks</b>");
    look(anybody, "certificate-revoked");
    assertThat(anybody.navigate(address + "x").status()).isEqualTo(404);
    assertThat(text(anybody)).contains("There is no certificate");
  }

  @Test
  void mailsAreShownWithWhatBecameOfThemAndNoSecret() {
    Page mews = page(1280, ColorScheme.LIGHT, journey.certifier());
    mews.navigate(fixture.portal.url() + "/portal/mails");
    assertThat(text(mews)).contains("No mail server is configured: nothing is sent", "No mail yet");
    journey.take("T22", journey.administrator(), "'comment':'Later <script>alert(1)</script>'");
    mews.reload();
    mews.locator("summary").first().press("Enter");
    assertThat(text(mews))
        .contains("not sent", "the certification is withdrawn", "Later <script>alert(1)</script>");
    look(mews, "mails");
    mews.getByText("To the case").first().click();
    mews.locator("#papers").getByText("Mails", exactly()).click();
    assertThat(mews.locator("h1").innerText()).isEqualTo("Mails about this case");
    Page partner = page(390, ColorScheme.DARK, journey.administrator());
    open(partner, "/mails");
    assertThat(text(partner)).contains("nothing is sent", "the certification is withdrawn");
    look(partner, "mails-case");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static void offer(Page page, String moment) {
    page.getByLabel("Offer a time").fill(moment);
    page.getByText("Offer the time").click();
  }

  private static Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static String passed(String text) {
    return text.replace(">not run<", ">passed<");
  }

  private static void upload(Page page, byte[] workbook) {
    page.getByLabel("Workbook (.xlsx)").setInputFiles(new FilePayload("file.xlsx", XLSX, workbook));
    page.locator("#upload button").click();
  }

  private static byte[] saved(Page page, String link) throws IOException {
    return saved(page.getByLabel(link));
  }

  private static byte[] saved(Locator link) throws IOException {
    Download download = link.page().waitForDownload(link::click);
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
