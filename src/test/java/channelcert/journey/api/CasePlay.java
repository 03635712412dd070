package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.file.UnusableFile;
import channelcert.http.Json;
import channelcert.journey.pages.Words;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A case on its pages, with a window for everybody who works on it. */
final class CasePlay {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PortalFixture fixture;
  private final Hands hands;
  private final Map<Role, Page> windows = new EnumMap<>(Role.class);
  private String id = "";
  private String addresses = "";
  private int offered;

  /** Opens the first page in every window. */
  CasePlay(PortalFixture fixture, TestBrowser browser, Hands hands) {
    this.fixture = fixture;
    this.hands = hands;
    for (Role role : Role.values()) {
      boolean small = role == Role.CERTIFIER || role == Role.PROPERTY;
      ColorScheme scheme = small ? ColorScheme.DARK : ColorScheme.LIGHT;
      Page page = browser.context(small ? 390 : 1280, scheme).newPage();
      page.navigate(fixture.portal.url() + "/portal");
      windows.put(role, page);
    }
  }

  /** The cases as somebody sees them, who logs in where the session is over. */
  Page home(Role role) {
    Page page = windows.get(role);
    Assertions.assertThat(page).isNotNull();
    hands.follow(page, "Certification portal");
    if (page.title().startsWith("Log in")) {
      hands.look(page, "login");
      hands.fill(page, "E-mail address", PortalFixture.email(role, PortalFixture.OWN));
      hands.fill(page, "Password", PortalFixture.PASSWORD);
      hands.press(page, "Log in");
    }
    return page;
  }

  Journey journey() {
    return Journey.of(fixture, id);
  }

  /**
   * The case that is played.
   *
   * @param folder of its addresses at the partner
   */
  void of(String caseId, String folder) {
    id = caseId;
    addresses = folder + "/";
  }

  /** The page of the case as somebody sees it. */
  Page open(Role role) {
    Page page = home(role);
    hands.look(page, "home-" + role);
    toTheCase(page);
    return page;
  }

  /** From the cases to the one that is played. */
  private void toTheCase(Page page) {
    Locator line = page.locator("main :is(tr, h2):has(a[href$='/%s'])".formatted(id));
    hands.follow(line, line.locator("a").innerText());
  }

  /** A page that belongs to the case. */
  private Page open(Role role, String paper) {
    Page page = open(role);
    hands.follow(page.locator("#papers"), paper);
    return page;
  }

  /** Opens the page, presses the button of a step and waits for the state behind it. */
  Page step(Role role, String label, CaseState next) {
    Page page = open(role);
    press(page, label, next);
    return page;
  }

  void press(Page page, String label, CaseState next) {
    hands.press(page, label);
    is(page, next);
  }

  static void is(Page page, CaseState state) {
    assertThat(page.locator("h1 .badge")).hasText(Words.of(state));
  }

  /** Fills in a request; answers the case. */
  String begin(Page page) {
    hands.follow(page.locator("nav"), "New case");
    hands.fill(page, "Name of the application", "Acme Channels");
    hands.fill(page, "E-mail address of a contact", "grace@acme.example");
    hands.fill(page, "Pilot property", "Canal House");
    hands.tick(page, "A public integration, for many properties");
    hands.fill(page, "Nights of a full update", "7");
    hands.choose(page, "Prices", "gross and net");
    hands.choose(page, "Answers to pushes", "synchronous");
    hands.press(page, "Save");
    assertThat(page.locator("#e-horizonDays")).containsText("365 to 1095");
    hands.look(page, "request-refused");
    hands.fill(page, "Nights of a full update", "365");
    hands.press(page, "Save");
    assertThat(page.locator("h1")).containsText("Acme Channels");
    return page.url().replaceAll(".*/cases/|[?#].*", "");
  }

  /** Mews asks for what the request leaves open; the partner says it and sends it again. */
  void complete(Page partner) {
    Page certifier = open(Role.CERTIFIER);
    hands.fill(certifier, "Why", "Which currencies are sold?");
    press(certifier, "Ask for missing information", CaseState.DRAFT);
    hands.follow(partner, "Certification portal");
    toTheCase(partner);
    hands.follow(partner, "Request");
    hands.fill(partner, "Anything else", "Euros alone.");
    hands.press(partner, "Save");
    press(partner, "Send the request", CaseState.REQUESTED);
  }

  /** Registers and probes the addresses of an environment. */
  void addresses(Role role, String environment) {
    Page page = open(role);
    Locator section = page.locator("#endpoints-" + environment);
    for (String operation :
        List.of("updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup")) {
      hands.fill(
          section,
          operation,
          fixture.partner.address(addresses + environment + "/" + operation).toString());
    }
    hands.press(section, "Register");
    assertThat(section.locator(".badge").first()).hasText("not probed");
    hands.press(section, "Probe the addresses");
    assertThat(section.locator(".badge.good")).hasCount(4);
  }

  /** What the page shows once, as the API answers it. */
  static JsonNode secrets(Page page) {
    var answer = Json.mapper().createObjectNode();
    var secrets = answer.putArray("secrets");
    List<String> names = page.locator(".notice dt").allTextContents();
    List<String> values = page.locator(".notice dd").allTextContents();
    for (int at = 0; at < names.size(); at++) {
      secrets.addObject().put("name", names.get(at)).put("value", values.get(at));
    }
    return answer;
  }

  /** From the request that was sent to the tests of the partner. */
  void toSelfTesting() {
    Page certifier = step(Role.CERTIFIER, "Provide the test environment", CaseState.PROVISIONED);
    assertThat(certifier.locator(".notice .key")).hasCount(0);
    hands.look(certifier, "provisioned");
    Page administrator = open(Role.PARTNER_ADMINISTRATOR);
    hands.look(administrator, "token-waits");
    hands.press(administrator, "Show the client token");
    assertThat(administrator.locator(".notice .key")).hasCount(2);
    JsonNode secrets = secrets(administrator);
    addresses(Role.PARTNER_ADMINISTRATOR, "test");
    step(Role.PARTNER_ADMINISTRATOR, "Share the test endpoints", CaseState.ENDPOINTS_SHARED);
    journey().readAsThePartner(secrets);
    Page developer = open(Role.PARTNER_DEVELOPER);
    is(developer, CaseState.CONFIGURED);
    hands.look(developer, "configured");
    Locator mapping = developer.locator("#mapping");
    assertThat(mapping).containsText("FLX/DBL – Flexible");
    mapping.locator(".choice").allInnerTexts().forEach(pair -> hands.tick(mapping, pair.strip()));
    hands.press(mapping, "Store the mapping");
    assertThat(mapping.locator(".hint")).containsText("All 30 pairs are mapped");
    hands.look(developer, "mapped");
    press(developer, "Declare the mapping complete", CaseState.SELF_TESTING);
  }

  /** From the tests of the partner to the returned file. */
  void toFileReturned() {
    Journey journey = journey();
    journey.passed(false, "INV", 6);
    journey.passed(false, "RES", 12);
    step(Role.PARTNER_DEVELOPER, "Report the tests as completed", CaseState.FILE_ISSUED);
    Page file = open(Role.PARTNER_ADMINISTRATOR, "Certification file");
    hands.fill(file, "Who is responsible for these answers", "Ada Visser");
    hands.press(file, "Store the answers");
    hands.look(file, "file");
    step(Role.PARTNER_ADMINISTRATOR, "Return the certification file", CaseState.FILE_RETURNED);
  }

  /** From the returned file to the decision. */
  void toEvaluation() {
    Journey journey = journey();
    book();
    Page certifier = open(Role.CERTIFIER);
    hands.fill(
        certifier, "Who is present, one on each line, the partner first", "Ada Visser\nCarla Bos");
    press(certifier, "Begin the call", CaseState.CALL_RUNNING);
    hands.look(certifier, "call");
    journey.passed(true, "INV", 6);
    step(Role.CERTIFIER, "End the call, inventory tests passed", CaseState.RESERVATION_TESTS);
    step(Role.CERTIFIER, "Close the reservation tests", CaseState.ERROR_TESTS);
    journey.passed(false, "ERR", 6);
    step(Role.CERTIFIER, "Close the error tests", CaseState.EVALUATION);
  }

  /** Mews offers a time, the partner takes it. */
  private void book() {
    Instant free =
        fixture
            .clock
            .instant()
            .truncatedTo(ChronoUnit.MINUTES)
            .plus(Duration.ofHours(++offered * 24 + 12));
    Page offering = open(Role.CERTIFIER, "Certification call");
    hands.fill(
        offering,
        "Offer a time of yours, in UTC",
        LocalDateTime.ofInstant(free, ZoneOffset.UTC).toString());
    hands.press(offering, "Offer the time");
    assertThat(offering.locator("#slots")).containsText("Withdraw");
    hands.look(offering, "offered");
    Page booking = open(Role.PARTNER_ADMINISTRATOR);
    hands.follow(booking, "Choose a time");
    hands.press(booking, "Book the call, " + Words.at(free));
    assertThat(booking.locator("#call")).containsText("Led by");
  }

  /** Mews gives the returned file back, and the partner hands in the workbook instead. */
  void giveTheFileBack() {
    Page certifier = open(Role.CERTIFIER);
    hands.fill(certifier, "Why", "Name somebody who answers.");
    press(certifier, "Give the file back", CaseState.FILE_ISSUED);
    Page file = open(Role.PARTNER_ADMINISTRATOR, "Certification file");
    int newest = file.locator("tbody tr").count();
    byte[] filled = filled(content(hands.save(file, "JSON of version " + newest)), "Bob Mulder");
    hands.hand(file, "Workbook (.xlsx)", new FilePayload("file.xlsx", XLSX, filled));
    hands.press(file, "Upload");
    assertThat(file.locator("[name=responsible]")).hasValue("Bob Mulder");
    step(Role.PARTNER_ADMINISTRATOR, "Return the certification file", CaseState.FILE_RETURNED);
  }

  private static byte[] filled(byte[] issued, String responsible) {
    try {
      return FileWorkbook.of(
          CertificationFile.parse(issued).with(Map.of("responsible", responsible)));
    } catch (UnusableFile e) {
      throw new AssertionError(e);
    }
  }

  static byte[] content(Download download) {
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two people sign off. */
  void certify() {
    Page lead = open(Role.LEAD_CERTIFIER);
    assertThat(lead.locator("#steps, main")).containsText("Two people sign off");
    hands.look(lead, "evaluation");
    Page certifier = open(Role.CERTIFIER);
    hands.press(certifier, "Recommend");
    assertThat(certifier.locator("main")).containsText("Recommended by certifier");
    hands.look(
        step(Role.LEAD_CERTIFIER, "Sign the certification", CaseState.CERTIFIED), "certified");
  }

  /** From the certificate to the production client token; answers what was shown once. */
  JsonNode setProductionUp() {
    addresses(Role.PARTNER_ADMINISTRATOR, "production");
    Page page = step(Role.PARTNER_ADMINISTRATOR, "Set production up", CaseState.PRODUCTION_SETUP);
    hands.look(page, "production");
    return secrets(page);
  }
}
