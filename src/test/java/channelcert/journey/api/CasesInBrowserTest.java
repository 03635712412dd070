package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.certification.verdict.Verdict;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole cases through the pages, by everybody who works on them. */
class CasesInBrowserTest {
  private static TestBrowser browser;
  private static PortalFixture fixture;
  private static CasePlay play;

  @BeforeAll
  static void start() {
    browser = TestBrowser.start();
    fixture = new PortalFixture(Databases.inMemory());
    play = new CasePlay(fixture, browser);
  }

  @AfterAll
  static void stop() {
    fixture.close();
    browser.close();
  }

  @Test
  void aCaseGoesStraightToLive() {
    Page invited = acceptAnInvitation();
    play.of(begin(invited), "straight");
    CasePlay.is(invited, CaseState.DRAFT);
    play.press(invited, "Send the request", CaseState.REQUESTED);
    play.toSelfTesting();
    play.toEvaluation();
    play.certify();
    JsonNode production = play.setProductionUp();
    Page property = play.open(Role.PROPERTY);
    play.look(property, "property");
    property.getByText("The pilot property agrees").click();
    assertThat(property.locator("[role=status]")).containsText("The statement is stored.");
    play.look(property, "agreed");
    play.step(Role.CERTIFIER, "Begin the pilot", CaseState.PILOT);
    assertThat(play.window(Role.CERTIFIER).locator("main"))
        .containsText("No live booking has been confirmed yet.");
    play.journey().goLive(production);
    play.look(play.step(Role.CERTIFIER, "Begin monitoring", CaseState.MONITORING), "monitoring");
    fixture.pass(Duration.ofDays(28));
    play.logIn();
    Page certifier = play.open(Role.CERTIFIER);
    certifier.getByText("The monitored connection meets its health criteria").click();
    play.press(certifier, "Release", CaseState.LIVE);
    play.look(certifier, "live");
    play.look(play.open(Role.PARTNER_ADMINISTRATOR), "live-partner");
  }

  @Test
  void aRequestAStepAndACommentNeedNoMouse() {
    Page page = browser.context(1280, ColorScheme.LIGHT).newPage();
    page.navigate(fixture.portal.url() + "/portal/login");
    type(
        page, "E-mail address", PortalFixture.email(Role.PARTNER_ADMINISTRATOR, PortalFixture.OWN));
    type(page, "Password", PortalFixture.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Your certification");
    press(page, "New case");
    assertThat(page.locator("h1")).hasText("New case");
    press(page, "Skip to content");
    type(page, "Name of the application", "Keys only");
    type(page, "E-mail address of a contact", "ada@acme.example");
    type(page, "Prices", "gross and");
    type(page, "Answers to pushes", "synch");
    press(page, "Save");
    assertThat(page.locator("h1")).containsText("Keys only");
    type(page, "New comment", "Typed without a mouse.");
    press(page, "Comment");
    assertThat(page.locator("#comments")).containsText("Typed without a mouse.");
    press(page, "Send the request");
    CasePlay.is(page, CaseState.REQUESTED);
    press(page, "Withdraw");
    type(page, "Why", "It was a trial.");
    press(page, "Withdraw");
    CasePlay.is(page, CaseState.WITHDRAWN);
  }

  private static void type(Page page, String name, String text) {
    reach(page, name);
    page.keyboard().type(text);
  }

  private static void press(Page page, String name) {
    reach(page, name);
    page.keyboard().press("Enter");
  }

  /** Goes on with the tabulator until something of that name has the focus, and shows it. */
  private static void reach(Page page, String name) {
    for (int tabs = 0; tabs < 150; tabs++) {
      page.keyboard().press("Tab");
      Object found =
          page.evaluate(
              """
              () => {
                const at = document.activeElement;
                const label = at.labels && at.labels.length ? at.labels[0] : at;
                return getComputedStyle(at).outlineStyle === 'none' ? '' : label.textContent.trim();
              }
              """);
      if (found.equals(name)) {
        return;
      }
    }
    throw new AssertionError("the tabulator never comes to " + name + " on " + page.url());
  }

  /** The administrator of a partner is invited, and gets in by the link. */
  private static Page acceptAnInvitation() {
    Page lead = play.window(Role.LEAD_CERTIFIER);
    lead.navigate(fixture.portal.url() + "/portal/people");
    lead.getByLabel("E-mail address").fill("grace@acme.example");
    lead.getByLabel("Organisation").fill(PortalFixture.OWN);
    lead.getByLabel("Role").selectOption("PARTNER_ADMINISTRATOR");
    lead.getByText("Invite", new Page.GetByTextOptions().setExact(true)).click();
    String link = lead.locator(".notice .key").innerText();
    play.look(lead, "invited");
    Page page = browser.context(390, ColorScheme.LIGHT).newPage();
    page.navigate(link);
    page.getByLabel("Your name").fill("Grace Visser");
    page.getByLabel("Password").fill("short");
    page.locator("main button").click();
    assertThat(page.locator("#e-password")).containsText("12 to 200");
    assertThat(page.getByLabel("Your name")).hasValue("Grace Visser");
    play.look(page, "invitation");
    page.getByLabel("Password").fill(PortalFixture.PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator("header")).containsText("Grace Visser, partner administrator");
    play.look(page, "welcome");
    return page;
  }

  /** Fills in a request; answers the case. */
  private static String begin(Page page) {
    page.navigate(fixture.portal.url() + "/portal/new-case");
    page.getByLabel("Name of the application").fill("Acme Channels");
    page.getByLabel("E-mail address of a contact").fill("grace@acme.example");
    page.getByLabel("Pilot property").fill("Canal House");
    page.getByLabel("A public integration").check();
    page.getByLabel("Prices").first().selectOption("BOTH");
    page.getByLabel("Answers to pushes").selectOption("SYNCHRONOUS");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h1")).containsText("Acme Channels");
    return page.url().replaceAll(".*/cases/|[?#].*", "");
  }

  @Test
  void aCaseFailsStartsOverRunsOutOfTimeAndIsCertifiedAgain() {
    Page partner = play.window(Role.PARTNER_ADMINISTRATOR);
    play.of(begin(partner), "again");
    play.press(partner, "Send the request", CaseState.REQUESTED);
    play.toSelfTesting();
    play.toEvaluation();
    fail();
    play.toEvaluation();
    play.certify();
    play.setProductionUp();

    fixture.pass(Duration.ofDays(185));
    fixture.portal.tick();
    play.logIn();
    Page late = play.open(Role.PARTNER_ADMINISTRATOR);
    CasePlay.is(late, CaseState.RECERTIFICATION_REQUIRED);
    play.look(late, "required");
    play.press(late, "Open the re-certification", CaseState.RECERTIFICATION_REQUIRED);
    late.getByText("a newer case").click();
    CasePlay.is(late, CaseState.REQUESTED);
    play.look(late, "successor");
    play.of(late.url().replaceAll(".*/cases/|[?#].*", ""), "again");
    play.toSelfTesting();
    play.toEvaluation();
    setARowAside();
    play.certify();
    share();
  }

  /** A row fails, and a certifier sets it aside; somebody else signs. */
  private static void setARowAside() {
    fixture.passed(
        fixture.stored(play.journey().caseId()), false, List.of("ERR-3"), Verdict.FAILED);
    Page certifier = play.open(Role.CERTIFIER);
    certifier.getByLabel("Row to set aside").selectOption("ERR-3");
    certifier.getByText("Set the row aside").click();
    assertThat(certifier.locator("#e-reason")).containsText("Say why");
    certifier.getByLabel("Reason").fill("Shown in the call instead.");
    certifier.getByText("Set the row aside").click();
    assertThat(certifier.locator("#overrides li")).containsText("Shown in the call instead.");
    play.look(certifier, "set-aside");
  }

  /** A link shows the case to somebody without an account, until it is revoked. */
  private static void share() {
    Page partner = play.open(Role.PARTNER_ADMINISTRATOR);
    partner.getByLabel("Days that a new link lasts").fill("100");
    partner.getByText("Make a link").click();
    assertThat(partner.locator("#e-days")).containsText("1 to 90");
    partner.getByLabel("Days that a new link lasts").fill("7");
    partner.getByText("Make a link").click();
    String link = partner.locator(".notice .key").innerText();
    play.look(partner, "link");
    Page stranger = browser.context(390, ColorScheme.LIGHT).newPage();
    stranger.navigate(link);
    assertThat(stranger.locator("main")).containsText("INV-1 Passed");
    play.look(stranger, "shared");
    partner.getByLabel("Revoke link 1").click();
    assertThat(partner.locator("#share")).containsText("revoked");
    stranger.navigate(link);
    assertThat(stranger.locator("main")).containsText("unknown, over or was revoked");
  }

  /** Mews finds an issue, the partner resolves it and starts over. */
  private static void fail() {
    Page certifier = play.open(Role.CERTIFIER);
    certifier.locator("#f-issue-content").fill("The logo of the extranet is blurred.");
    certifier.getByText("Open the issue").click();
    assertThat(certifier.locator("#issues")).containsText("blurred");
    fixture.passed(
        fixture.stored(play.journey().caseId()), false, List.of("ERR-3"), Verdict.FAILED);
    certifier = play.open(Role.CERTIFIER);
    certifier.getByLabel("Issues, one on each line").fill("ERR-3 answers success.");
    certifier.getByLabel("They are critical").check();
    play.press(certifier, "Fail the certification", CaseState.FAILED);
    play.look(certifier, "failed");
    Page partner = play.open(Role.PARTNER_ADMINISTRATOR);
    assertThat(partner.locator("main")).containsText("2 issues are open");
    play.look(partner, "failed-partner");
    partner.getByLabel("Mark issue 1 resolved").click();
    partner.getByLabel("Mark issue 2 resolved").click();
    assertThat(partner.locator("#issues")).containsText("resolved by partner administrator");
    play.press(partner, "Start over", CaseState.SELF_TESTING);
    assertThat(partner.locator("main dl.facts").first()).containsText("2");
  }
}
