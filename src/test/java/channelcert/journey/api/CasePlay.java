package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.http.Json;
import channelcert.journey.pages.Words;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;

/** A case on its pages, with a window for everybody who works on it. */
final class CasePlay {
  private static final AtomicInteger OFFERED = new AtomicInteger();

  private final PortalFixture fixture;
  private final Map<Role, Page> windows = new EnumMap<>(Role.class);
  private final Set<String> seen = new HashSet<>();
  private String id = "";
  private String addresses = "";

  /** Opens the windows. */
  CasePlay(PortalFixture fixture, TestBrowser browser) {
    this.fixture = fixture;
    for (Role role : Role.values()) {
      boolean small = role == Role.CERTIFIER || role == Role.PROPERTY;
      ColorScheme scheme = small ? ColorScheme.DARK : ColorScheme.LIGHT;
      windows.put(role, browser.context(small ? 390 : 1280, scheme).newPage());
    }
    logIn();
  }

  /** Everybody has a session, also after time has passed. */
  void logIn() {
    String url = fixture.portal.url().toString();
    windows.forEach(
        (role, page) ->
            page.context()
                .addCookies(
                    List.of(new Cookie("channelcert-session", fixture.as(role)).setUrl(url))));
  }

  Page window(Role role) {
    Page page = windows.get(role);
    Assertions.assertThat(page).isNotNull();
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
    return page(role, "");
  }

  /** A page that belongs to the case. */
  private Page page(Role role, String rest) {
    Page page = window(role);
    page.navigate(fixture.portal.url() + "/portal/cases/" + id + rest);
    return page;
  }

  private String freeTime() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)
        .format(
            fixture
                .clock
                .instant()
                .plus(Duration.ofDays(OFFERED.incrementAndGet()))
                .atOffset(ZoneOffset.UTC));
  }

  /** Opens the page, presses the button of a step and waits for the state behind it. */
  Page step(Role role, String label, CaseState next) {
    Page page = open(role);
    press(page, label, next);
    return page;
  }

  void press(Page page, String label, CaseState next) {
    Locator button =
        page.locator("form.step button")
            .filter(new Locator.FilterOptions().setHasText(label))
            .first();
    assertThat(button).isEnabled();
    button.click();
    is(page, next);
  }

  static void is(Page page, CaseState state) {
    assertThat(page.locator("h1 .badge")).hasText(Words.of(state));
  }

  /** Keeps a picture, once, and holds the page against what every page has to keep. */
  void look(Page page, String name) {
    if (seen.add(name)) {
      TestBrowser.picture(page, "case-" + name);
      Assertions.assertThat(TestBrowser.seriousFindings(page)).as(name).isEmpty();
      Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("width of " + name)
          .isEqualTo(page.viewportSize().width);
    }
  }

  /** Registers and probes the addresses of an environment. */
  void addresses(Role role, String environment) {
    Page page = open(role);
    Locator section = page.locator("#endpoints-" + environment);
    for (String operation :
        List.of("updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup")) {
      section
          .locator("[name=" + operation + "]")
          .fill(fixture.partner.address(addresses + environment + "/" + operation).toString());
    }
    section.getByText("Register", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(section.locator(".badge").first()).hasText("not probed");
    section.getByText("Probe the addresses").click();
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
    look(certifier, "provisioned");
    Page administrator = open(Role.PARTNER_ADMINISTRATOR);
    look(administrator, "token-waits");
    administrator.getByText("Show the client token").click();
    assertThat(administrator.locator(".notice .key")).hasCount(2);
    JsonNode secrets = secrets(administrator);
    addresses(Role.PARTNER_ADMINISTRATOR, "test");
    step(Role.PARTNER_ADMINISTRATOR, "Share the test endpoints", CaseState.ENDPOINTS_SHARED);
    journey().readAsThePartner(secrets);
    Page developer = open(Role.PARTNER_DEVELOPER);
    is(developer, CaseState.CONFIGURED);
    look(developer, "configured");
    assertThat(developer.locator("#mapping")).containsText("FLX/DBL – Flexible");
    developer.locator("#mapping [name=pair]").all().forEach(Locator::check);
    developer.getByText("Store the mapping").click();
    assertThat(developer.locator("#mapping .hint")).containsText("All 30 pairs are mapped");
    look(developer, "mapped");
    press(developer, "Declare the mapping complete", CaseState.SELF_TESTING);
  }

  /** From the tests of the partner to the decision. */
  void toEvaluation() {
    Journey journey = journey();
    journey.passed(false, "INV", 6);
    journey.passed(false, "RES", 12);
    step(Role.PARTNER_DEVELOPER, "Report the tests as completed", CaseState.FILE_ISSUED);
    Page file = page(Role.PARTNER_ADMINISTRATOR, "/files");
    file.locator("[name=responsible]").fill("Ada Visser");
    file.getByText("Store the answers").click();
    step(Role.PARTNER_ADMINISTRATOR, "Return the certification file", CaseState.FILE_RETURNED);
    Page offering = page(Role.CERTIFIER, "/call");
    offering.locator("[name=startsAt]").fill(freeTime());
    offering.getByText("Offer the time").click();
    assertThat(offering.locator("#slots")).containsText("Withdraw");
    Page booking = page(Role.PARTNER_ADMINISTRATOR, "/call");
    booking.locator("#slots .primary").first().click();
    assertThat(booking.locator("#call")).containsText("Led by");
    Page certifier = open(Role.CERTIFIER);
    certifier.getByLabel("Who is present").fill("Ada Visser\nCarla Bos");
    press(certifier, "Begin the call", CaseState.CALL_RUNNING);
    look(certifier, "call");
    journey.passed(true, "INV", 6);
    step(Role.CERTIFIER, "End the call, inventory tests passed", CaseState.RESERVATION_TESTS);
    step(Role.CERTIFIER, "Close the reservation tests", CaseState.ERROR_TESTS);
    journey.passed(false, "ERR", 6);
    step(Role.CERTIFIER, "Close the error tests", CaseState.EVALUATION);
  }

  /** Two people sign off. */
  void certify() {
    Page lead = open(Role.LEAD_CERTIFIER);
    assertThat(lead.locator("#steps, main")).containsText("Two people sign off");
    look(lead, "evaluation");
    Page certifier = open(Role.CERTIFIER);
    certifier.getByText("Recommend", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(certifier.locator("main")).containsText("Recommended by certifier");
    look(step(Role.LEAD_CERTIFIER, "Sign the certification", CaseState.CERTIFIED), "certified");
  }

  /** From the certificate to the production client token; answers what was shown once. */
  JsonNode setProductionUp() {
    addresses(Role.PARTNER_ADMINISTRATOR, "production");
    Page page = step(Role.PARTNER_ADMINISTRATOR, "Set production up", CaseState.PRODUCTION_SETUP);
    look(page, "production");
    return secrets(page);
  }
}
