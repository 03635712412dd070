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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whole cases through the pages, by everybody who works on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeCases {
  final TestBrowser browser = TestBrowser.start();
  final PortalFixture fixture = new PortalFixture(Databases.inMemory());
  final Hands hands;
  final CasePlay play;

  WholeCases(Hands hands) {
    this.hands = hands;
    play = new CasePlay(fixture, browser, hands);
  }

  @AfterAll
  void stop() {
    fixture.close();
    browser.close();
  }

  @Test
  void aCaseGoesStraightToLive() {
    Page invited = acceptAnInvitation();
    play.of(play.begin(invited), "straight");
    CasePlay.is(invited, CaseState.DRAFT);
    play.press(invited, "Send the request", CaseState.REQUESTED);
    play.complete(invited);
    play.toSelfTesting();
    play.toFileReturned();
    play.toEvaluation();
    play.certify();
    JsonNode production = play.setProductionUp();
    Page property = play.open(Role.PROPERTY);
    hands.look(property, "property");
    hands.press(property, "The pilot property agrees and its connection is on");
    assertThat(property.locator("[role=status]")).containsText("The statement is stored.");
    hands.look(property, "agreed");
    Page pilot = play.step(Role.CERTIFIER, "Begin the pilot", CaseState.PILOT);
    assertThat(pilot.locator("main")).containsText("No live booking has been confirmed yet.");
    play.journey().goLive(production);
    hands.look(play.step(Role.CERTIFIER, "Begin monitoring", CaseState.MONITORING), "monitoring");
    fixture.pass(Duration.ofDays(28));
    Page certifier = play.open(Role.CERTIFIER);
    hands.press(certifier, "The monitored connection meets its health criteria");
    play.press(certifier, "Release", CaseState.LIVE);
    hands.look(certifier, "live");
    hands.look(play.open(Role.PARTNER_ADMINISTRATOR), "live-partner");
  }

  /** The administrator of a partner is invited, and gets in by the link. */
  private Page acceptAnInvitation() {
    Page lead = play.home(Role.LEAD_CERTIFIER);
    hands.follow(lead.locator("header"), "People");
    hands.fill(lead, "E-mail address", "grace@acme.example");
    hands.fill(lead, "Organisation", PortalFixture.OWN);
    hands.choose(lead, "Role", "partner administrator");
    hands.press(lead, "Invite");
    String link = lead.locator(".notice .key").innerText();
    hands.look(lead, "invited");
    Page page = browser.context(390, ColorScheme.LIGHT).newPage();
    page.navigate(link);
    hands.fill(page, "Your name", "Grace Visser");
    hands.fill(page, "Password", "short");
    hands.press(page, "Accept");
    assertThat(page.locator("#e-password")).containsText("12 to 200");
    assertThat(page.getByLabel("Your name")).hasValue("Grace Visser");
    hands.look(page, "invitation");
    hands.fill(page, "Password", PortalFixture.PASSWORD);
    hands.press(page, "Accept");
    assertThat(page.locator("header")).containsText("Grace Visser, partner administrator");
    hands.look(page, "welcome");
    return page;
  }

  @Test
  void aCaseFailsStartsOverRunsOutOfTimeAndIsCertifiedAgain() {
    toTheFirstEvaluation();
    fail();
    play.toFileReturned();
    play.giveTheFileBack();
    play.toEvaluation();
    play.certify();
    play.setProductionUp();

    fixture.pass(Duration.ofDays(185));
    fixture.portal.tick();
    Page late = play.open(Role.PARTNER_ADMINISTRATOR);
    CasePlay.is(late, CaseState.RECERTIFICATION_REQUIRED);
    hands.look(late, "required");
    play.press(late, "Open the re-certification", CaseState.RECERTIFICATION_REQUIRED);
    hands.follow(late, "a newer case");
    CasePlay.is(late, CaseState.REQUESTED);
    hands.look(late, "successor");
    toTheLastEvaluation(late.url().replaceAll(".*/cases/|[?#].*", ""));
    setARowAside();
    play.certify();
    share();
  }

  /** From nothing to the decision on the case that fails. */
  void toTheFirstEvaluation() {
    Page partner = play.home(Role.PARTNER_ADMINISTRATOR);
    play.of(play.begin(partner), "again");
    play.press(partner, "Send the request", CaseState.REQUESTED);
    play.toSelfTesting();
    play.toFileReturned();
    play.toEvaluation();
  }

  /** From the request of the re-certification to the decision on it. */
  void toTheLastEvaluation(String successor) {
    play.of(successor, "again");
    play.toSelfTesting();
    play.toFileReturned();
    play.toEvaluation();
  }

  /** A row fails, and a certifier sets it aside; somebody else signs. */
  private void setARowAside() {
    fixture.passed(
        fixture.stored(play.journey().caseId()), false, List.of("ERR-3"), Verdict.FAILED);
    Page certifier = play.open(Role.CERTIFIER);
    hands.choose(certifier, "Row to set aside", "ERR-3");
    hands.press(certifier, "Set the row aside");
    assertThat(certifier.locator("#e-reason")).containsText("Say why");
    hands.fill(certifier, "Reason", "Shown in the call instead.");
    hands.press(certifier, "Set the row aside");
    assertThat(certifier.locator("#overrides li")).containsText("Shown in the call instead.");
    hands.look(certifier, "set-aside");
  }

  /** A link shows the case to somebody without an account, until it is revoked. */
  private void share() {
    Page partner = play.open(Role.PARTNER_ADMINISTRATOR);
    hands.fill(partner, "Days that a new link lasts", "100");
    hands.press(partner, "Make a link");
    assertThat(partner.locator("#e-days")).containsText("1 to 90");
    hands.fill(partner, "Days that a new link lasts", "7");
    hands.press(partner, "Make a link");
    String link = partner.locator(".notice .key").innerText();
    hands.look(partner, "link");
    Page stranger = browser.context(390, ColorScheme.LIGHT).newPage();
    stranger.navigate(link);
    assertThat(stranger.locator("main")).containsText("INV-1 Passed");
    assertThat(stranger.locator("main")).containsText("ERR-3 Failed set aside by Mews");
    hands.look(stranger, "shared");
    hands.press(partner, "Revoke link 1");
    assertThat(partner.locator("#share")).containsText("revoked");
    stranger.navigate(link);
    assertThat(stranger.locator("main")).containsText("unknown, over or was revoked");
  }

  /** Mews finds an issue, the partner resolves it and starts over. */
  private void fail() {
    Page certifier = play.open(Role.CERTIFIER);
    hands.fill(certifier, "New issue", "The logo of the extranet is blurred.");
    hands.press(certifier, "Open the issue");
    assertThat(certifier.locator("#issues")).containsText("blurred");
    fixture.passed(
        fixture.stored(play.journey().caseId()), false, List.of("ERR-3"), Verdict.FAILED);
    certifier = play.open(Role.CERTIFIER);
    hands.fill(certifier, "New comment", "It has to be refused.");
    hands.fill(certifier, "Row", "ERR-3");
    hands.press(certifier, "Comment");
    assertThat(certifier.locator("#comments .badge")).hasText("ERR-3");
    hands.fill(certifier, "Issues, one on each line", "ERR-3 answers success.");
    hands.tick(certifier, "They are critical");
    play.press(certifier, "Fail the certification", CaseState.FAILED);
    hands.look(certifier, "failed");
    Page partner = play.open(Role.PARTNER_ADMINISTRATOR);
    assertThat(partner.locator("main")).containsText("2 issues are open");
    hands.look(partner, "failed-partner");
    hands.press(partner, "Mark issue 1 resolved");
    hands.press(partner, "Mark issue 2 resolved");
    assertThat(partner.locator("#issues")).containsText("resolved by partner administrator");
    play.press(partner, "Start over", CaseState.SELF_TESTING);
    assertThat(partner.locator("main dl.facts").first()).containsText("2");
  }
}
