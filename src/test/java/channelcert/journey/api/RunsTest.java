package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs from the portal against the reference channel managers of two partners. */
class RunsTest {
  private static final String MISSING_DRIVER = "http://127.0.0.1:1/driver";

  private static PortalFixture fixture;
  private static Journey journey;
  private static Journey other;
  private static LivePartner partner;
  private static LivePartner otherPartner;

  @BeforeAll
  static void twoCasesThatTestThemselves() {
    fixture = PortalFixture.live(Databases.inMemory());
    journey = new Journey(fixture);
    partner = journey.liveToSelfTesting();
    other = new Journey(fixture);
    otherPartner = other.liveToSelfTesting();
  }

  @AfterAll
  static void stop() {
    partner.close();
    otherPartner.close();
    fixture.close();
  }

  @AfterEach
  void nothingGoesOn() {
    for (Journey each : List.of(journey, other)) {
      for (JsonNode run : fixture.done(developer(), "GET", each.path("/runs"), null).path("runs")) {
        if (run.path("finishedAt").isMissingNode()) {
          fixture.call("POST", at(each, run) + "/order", "{'what':'STOP'}", developer());
          ended(each, run);
        }
      }
    }
  }

  @Test
  void withDriversTwoCasesComeToTheirVerdictsAtOnce() {
    Journey third = new Journey(fixture);
    third.toSelfTesting();
    JsonNode one = start(journey, "'driver':'%s'".formatted(partner.driver()));
    JsonNode two =
        start(other, "'driver':'%s','codes':['INV-6','RES-1']".formatted(otherPartner.driver()));
    assertThat(
            fixture.refused(
                developer(), "POST", journey.path("/runs"), "{'driver':'http://127.0.0.1:1/'}"))
        .contains("409 Run " + one.path("number").asInt() + " of this case goes on");
    assertThat(fixture.refused(developer(), "POST", third.path("/runs"), "{}"))
        .startsWith("409 2 runs of other cases of the partner go on;");

    JsonNode ended = ended(journey, one);
    assertThat(notPassed(ended)).containsExactly("RES-13 NOT_APPLICABLE", "ERR-1 INCONCLUSIVE");
    assertThat(ended.path("rows")).hasSize(25);
    JsonNode shorter = ended(other, two);
    assertThat(notPassed(shorter)).isEmpty();
    assertThat(shorter.path("verdict").asText()).isEqualTo("PASSED");
    assertThat(tokens(journey, ended)).isNotEmpty().doesNotContainAnyElementsOf(tokens(other, two));

    JsonNode first =
        fixture.done(developer(), "GET", at(journey, one) + "/exchanges?after=0", null);
    assertThat(first.path("exchanges")).hasSize(50);
    JsonNode next =
        fixture.done(
            developer(),
            "GET",
            at(journey, one) + "/exchanges?after=" + first.path("next").asInt(),
            null);
    assertThat(next.at("/exchanges/0/number").asInt()).isGreaterThan(first.path("next").asInt());
  }

  /** What the evidence of a run is about, by the identifiers of its messages. */
  private static List<String> tokens(Journey of, JsonNode run) {
    return fixture.exchanges(of.caseId(), run.path("number").asInt(), "messageId").stream()
        .filter(id -> !id.startsWith("preflight-"))
        .toList();
  }

  @Test
  void wrongWishesAreRefusedBesideTheirField() {
    assertThat(refused("'codes':['INV-99']"))
        .isEqualTo("400 There is no test INV-99; one is called INV-1.");
    assertThat(refused("'driver':'ftp://x.example/'")).startsWith("400 The address of the driver:");
    assertThat(refused("'connection':7")).isEqualTo("400 The case has no test connection 7.");
    assertThat(refused("'readBack':'GUESS'")).startsWith("400 It is one of [DRIVER");
    Journey draft = new Journey(fixture);
    assertThat(fixture.refused(developer(), "POST", draft.path("/runs"), "{}"))
        .contains("409 Tests are run from the time when the test connection is on");
    assertThat(fixture.refused(developer(), "GET", journey.path("/runs/99"), null))
        .isEqualTo("404 The case has no run 99.");
  }

  private static String refused(String wish) {
    return fixture.refused(developer(), "POST", journey.path("/runs"), "{" + wish + "}");
  }

  @Test
  void aTestThatIsWishedForAgainAndAgainIsRunOnce() {
    String many = String.join(",", Collections.nCopies(60, "'INV-1'"));
    JsonNode run = start(other, "'driver':'" + MISSING_DRIVER + "','codes':[" + many + "]");
    assertThat(ended(other, run).path("codes").toString()).isEqualTo("[\"INV-1\"]");
  }

  @Test
  void aLongBodyIsKeptByItsBeginningWhateverItsLetters() {
    Body body = Body.of("€".repeat(60_000));
    Exchange exchange =
        new Exchange(
            "e-0001",
            Direction.DRIVER,
            "readBack",
            "POST",
            URI.create("https://x.example/"),
            Instant.EPOCH,
            Duration.ZERO,
            Body.EMPTY,
            200,
            null,
            body,
            null);
    fixture.runs.keep(other.caseId(), 999, List.of(exchange));
    assertThat(fixture.runs.exchangesAfter(other.caseId(), 999, 0)).hasSize(1);
  }

  @Test
  void whoLogsOutIsToldNothingMoreOfARun() throws Exception {
    JsonNode run = start(other, "'codes':['INV-1']");
    String session = fixture.logIn(Role.PARTNER_DEVELOPER);
    URI events =
        URI.create(
            "%s/portal/cases/%s/runs/%d/events"
                .formatted(fixture.portal.url(), other.caseId(), run.path("number").asInt()));
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client
                        .send(
                            HttpRequest.newBuilder(events)
                                .header("Cookie", PortalGate.COOKIE + "=" + session)
                                .build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                    StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith(":");
      fixture.done(session, "DELETE", "/api/session", null);
      fixture.done(developer(), "POST", at(other, run) + "/order", "{'what':'PAUSE'}");
      assertThat(lines.lines().toList()).noneMatch(line -> line.contains("Paused"));
    } finally {
      fixture.done(developer(), "POST", at(other, run) + "/order", "{'what':'STOP'}");
      assertThat(ended(other, run).path("problem").asText()).startsWith("Stopped by");
    }
  }

  @Test
  void aDriverThatIsNotThereEndsTheRunWithTheReason() {
    JsonNode run = start(other, "'driver':'" + MISSING_DRIVER + "'");
    JsonNode ended = ended(other, run);

    assertThat(ended.path("state").asText()).isEqualTo("INTERRUPTED");
    assertThat(ended.path("problem").asText()).contains("127.0.0.1:1");
  }

  @Test
  void aDriverAddressWithoutADriverIsNamedWithWhatItAnswered() throws IOException {
    HttpServer nothing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    nothing.start();
    try {
      String address = "http://127.0.0.1:" + nothing.getAddress().getPort() + "/driver";
      JsonNode run = start(other, "'driver':'" + address + "','codes':['INV-1']");
      assertThat(ended(other, run).path("problem").asText())
          .startsWith("The driver at " + address + " answered HTTP 404 for readErrorLog. Run again")
          .doesNotContain("candidate file");
      assertThat(fixture.page("/portal" + at(other, run).substring("/api".length())))
          .contains(">not run</span>")
          .doesNotContain(">waiting</span>", "Nothing has happened yet");
    } finally {
      nothing.stop(0);
    }
  }

  @Test
  void aRunIsWatchedPausedAnsweredAndStoppedOnItsPage() {
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = browser.context(1280, ColorScheme.LIGHT).newPage();
      PortalPagesTest.logIn(fixture, page, Role.PARTNER_DEVELOPER);
      page.navigate(fixture.portal.url() + "/portal/cases/" + other.caseId() + "/runs");
      page.getByLabel("Tests").fill("INV-99");
      button(page, "Run").click();
      assertThat(page.locator("#e-codes").innerText()).contains("no test INV-99");
      PortalPagesTest.look(page, "runs");

      page.getByLabel("Tests").fill("INV-1 INV-2");
      button(page, "Run").click();
      Locator values =
          page.locator("#asks .ask")
              .filter(new Locator.FilterOptions().setHas(page.locator("input[name=value]")))
              .first();
      values.waitFor();
      PortalPagesTest.look(page, "run-asks");
      fill(values, "many");
      assertThat(page.locator("#asks .error").innerText()).contains("'many' is not what");
      assertThat(page.locator("#asks input[name=value]").first().inputValue()).isEqualTo("many");
      PortalPagesTest.look(page, "run-refused");
      button(page, "Pause").click();
      page.locator("#run-state").getByText("paused", exactly()).waitFor();
      fill(values, "-");
      page.locator("#run-rows").getByText("failed", exactly()).waitFor();
      PortalPagesTest.look(page, "run-paused");
      button(page, "Continue").click();
      page.locator("#run-state").getByText("running", exactly()).waitFor();

      Page phone = browser.context(390, ColorScheme.DARK).newPage();
      PortalPagesTest.logIn(fixture, phone, Role.CERTIFIER);
      phone.navigate(page.url());
      PortalPagesTest.look(phone, "run-phone");
      page.locator("#asks summary").first().click();
      page.locator("#asks [name=reason]").first().fill("it shows no gross prices");
      button(phone, "Stop").click();
      page.getByText("Stopped by").first().waitFor();
      page.locator("#run-state").getByText("interrupted", exactly()).waitFor();
      assertThat(page.locator("#asks .ask").count()).isZero();
      assertThat(phone.locator("main").innerText()).contains("Stopped by certifier");
      keepsItsRows(page.url().replaceAll(".*/runs/|[?#].*", ""));
    }
  }

  /** A stopped run shows what came to a verdict also after the next one; none of it counts. */
  private static void keepsItsRows(String number) {
    ended(other, start(other, "'driver':'" + MISSING_DRIVER + "'"));
    String path = other.path("/runs/" + number);
    assertThat(notPassed(fixture.done(developer(), "GET", path, null)))
        .containsExactly("INV-1 FAILED");
    assertThat(fixture.page("/portal" + path.substring("/api".length())))
        .contains(">failed</span>", "there is no report")
        .doesNotContain("the report tells all of it");
    assertThat(fixture.runs.latest(fixture.stored(other.caseId())).getOrDefault("INV-1", ""))
        .isNotEqualTo("FAILED");
  }

  @Test
  void aStatementWithAScreenshotIsHandedInOnThePage() {
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = browser.context(390, ColorScheme.LIGHT).newPage();
      PortalPagesTest.logIn(fixture, page, Role.PARTNER_ADMINISTRATOR);
      page.navigate(fixture.portal.url() + "/portal/cases/" + other.caseId() + "/runs");
      page.getByLabel("Tests").fill("INV-1");
      page.getByLabel("What the extranet shows").selectOption("ATTEST");
      button(page, "Run").click();
      page.getByLabel("Your name").fill("Ann");
      page.getByLabel("Your role").fill("tester");
      page.getByLabel("Yes").check();
      handIn(page, "page.html", "<html>");
      assertThat(page.locator("#asks .error").innerText()).contains("page.html is no picture");
      assertThat(page.getByLabel("Your name").inputValue()).isEqualTo("Ann");
      assertThat(page.getByLabel("Yes").isChecked()).isTrue();
      PortalPagesTest.look(page, "run-statement");
      handIn(page, "shot.png", "\u0089PNG...");
      page.locator("#run-rows").getByText("passed", exactly()).waitFor();
    }
  }

  private static void handIn(Page page, String name, String content) {
    page.setInputFiles(
        "#asks input[type=file]",
        new FilePayload(
            name, "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1)));
    page.locator("#asks .primary").click();
  }

  @Test
  void anExportThatCannotBeReadIsRefusedInOneLineAndWhatCannotBeDoneProvesNothing() {
    JsonNode run = start(other, "'codes':['INV-1'],'readBack':'EXPORT'");
    JsonNode asked = await(other, run, each -> !each.path("waiting").isEmpty()).at("/waiting/0");
    assertThat(asked.path("form").asText()).isEqualTo("EXPORT");
    String reply = at(other, run) + "/instructions/" + asked.path("number").asInt() + "/reply";
    assertThat(
            fixture.refused(
                developer(), "POST", reply, "{'export':{'name':'x.xlsx','content':'AAAA'}}"))
        .startsWith("400 x.xlsx");
    assertThat(fixture.refused(developer(), "POST", reply, "{'values':['1']}"))
        .isEqualTo("400 The instruction asks for something else; read it again.");
    assertThat(fixture.refused(developer(), "POST", reply, "{}")).startsWith("400 Reply with done");
    fixture.done(developer(), "POST", reply, "{'cannot':'it has no export'}");
    assertThat(notPassed(ended(other, run))).containsExactly("INV-1 INCONCLUSIVE");
    assertThat(fixture.exchanges(other.caseId(), run.path("number").asInt(), "by"))
        .containsExactly("partner developer");
    assertThat(fixture.refused(developer(), "POST", reply, "{'cannot':'again'}"))
        .contains("409 Run " + run.path("number").asInt() + " does not go on.");
  }

  @Test
  void theReportOfARunIsReadWithItsEvidence() {
    JsonNode before =
        ended(
            other,
            start(other, "'driver':'%s','codes':['INV-4']".formatted(otherPartner.driver())));
    assertThat(before.path("problem").asText("")).isEmpty();
    JsonNode run = start(other, "'driver':'%s','codes':['INV-3']".formatted(otherPartner.driver()));
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = browser.context(390, ColorScheme.LIGHT).newPage();
      PortalPagesTest.logIn(fixture, page, Role.CERTIFIER);
      page.navigate(
          fixture.portal.url()
              + "/portal/cases/"
              + other.caseId()
              + "/runs/"
              + run.path("number").asInt());
      page.getByText("Report with evidence").waitFor();
      PortalPagesTest.look(page, "run-finished");
      page.getByText("All exchanges").click();
      PortalPagesTest.look(page, "exchanges");
      page.goBack();
      page.getByText("Compare", exact()).click();
      assertThat(page.locator("main").innerText())
          .contains("With run ", "Only in this run", "INV-3");
      PortalPagesTest.look(page, "comparison");
      page.goBack();
      page.getByText("Evidence", exact()).click();
      assertThat(page.locator(".banner .word").innerText()).isEqualTo("Passed");
      assertThat(page.evaluate("getComputedStyle(document.body).margin")).isEqualTo("0px");
      page.locator("#INV-3 .evidence a").first().click();
      PortalPagesTest.look(page, "run-report");
    }
  }

  private static void fill(Locator instruction, String value) {
    for (Locator each : instruction.locator("input[name=value]").all()) {
      each.fill(value);
    }
    instruction.locator(".primary").click();
  }

  private static Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator button(Page page, String text) {
    return page.locator("main button").getByText(text, exactly());
  }

  @Test
  void aCaseIsCertifiedByWhatItsRunsProved() {
    Journey certified = new Journey(fixture);
    try (LivePartner runs = certified.liveToSelfTesting()) {
      String driver = "'driver':'%s'".formatted(runs.driver());
      assertThat(notPassed(ended(certified, start(certified, driver))))
          .containsExactly("RES-13 NOT_APPLICABLE", "ERR-1 INCONCLUSIVE");
      certified.take("T9", certified.administrator(), "");
      certified.fillInEverything();
      certified.take("T10", certified.administrator(), "");
      certified.take("T12", certified.administrator(), "'slot':'%s'".formatted(fixture.slot()));
      certified.take("T14", certified.certifier(), "'attendees':['Ada Visser']");
      assertThat(certified.refused("T15", certified.certifier(), "")).contains("INV-1");
      JsonNode inCall =
          start(certified, driver + ",'codes':['INV-1','INV-2','INV-3','INV-4','INV-5','INV-6']");
      assertThat(notPassed(ended(certified, inCall))).isEmpty();
      assertThat(inCall.path("duringCall").asBoolean()).isTrue();
      certified.take("T15", certified.certifier(), "");
      certified.take("T17", certified.certifier(), "");
      assertThat(notPassed(ended(certified, start(certified, driver + ",'codes':['ERR-1']"))))
          .isEmpty();
      certified.take("T18", certified.certifier(), "");
      certified.certify();
      assertThat(certified.read().path("state").asText()).isEqualTo("CERTIFIED");
    }
  }

  @Test
  void aPartnerWithAConnectionForEachSpacePassesOnTheOneOfEverything() {
    Journey spaces = new Journey(fixture).perSpace();
    try (LivePartner runs = spaces.liveToSelfTesting()) {
      assertThat(
              fixture.done(developer(), "GET", spaces.path("/mapping"), null).path("connections"))
          .hasSize(7);
      JsonNode run = start(spaces, "'driver':'%s'".formatted(runs.driver()));
      assertThat(notPassed(ended(spaces, run)))
          .containsExactly("RES-13 NOT_APPLICABLE", "ERR-1 INCONCLUSIVE");
    }
  }

  private static List<String> notPassed(JsonNode run) {
    return StreamSupport.stream(run.path("rows").spliterator(), false)
        .filter(row -> !row.path("state").asText().equals("PASSED"))
        .map(row -> row.path("code").asText() + " " + row.path("state").asText())
        .toList();
  }

  private static String developer() {
    return fixture.as(Role.PARTNER_DEVELOPER);
  }

  private static JsonNode start(Journey of, String wish) {
    return fixture.done(developer(), "POST", of.path("/runs"), "{" + wish + "}");
  }

  private static String at(Journey of, JsonNode run) {
    return of.path("/runs/" + run.path("number").asInt());
  }

  private static JsonNode ended(Journey of, JsonNode run) {
    JsonNode ended = await(of, run, each -> each.has("finishedAt"));
    // Its result is stored a moment before the next one may begin.
    await(
        of,
        run,
        each ->
            fixture
                .call("POST", at(of, run) + "/order", "{'what':'CONTINUE'}", developer())
                .body()
                .contains("does not go on"));
    return ended;
  }

  private static JsonNode await(Journey of, JsonNode run, Predicate<JsonNode> wanted) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    JsonNode seen = fixture.done(developer(), "GET", at(of, run), null);
    while (!wanted.test(seen)) {
      assertThat(Instant.now()).as(seen.toPrettyString()).isBefore(end);
      Thread.onSpinWait();
      seen = fixture.done(developer(), "GET", at(of, run), null);
    }
    return seen;
  }
}
