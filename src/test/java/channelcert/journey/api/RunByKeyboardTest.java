package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A run by keyboard alone, on pages that change while somebody is on them. */
class RunByKeyboardTest {
  private static final FilePayload SHOT =
      new FilePayload(
          "shot.png", "image/png", "\u0089PNG...".getBytes(StandardCharsets.ISO_8859_1));

  private final Hands hands = new Keys();

  @Test
  void aRunIsStartedAnsweredWatchedPausedAndStopped() {
    try (PortalFixture fixture = PortalFixture.live(Databases.inMemory());
        TestBrowser browser = TestBrowser.start()) {
      Journey journey = new Journey(fixture);
      LivePartner partner = journey.liveToSelfTesting();
      try {
        CasePlay play = new CasePlay(fixture, browser, hands);
        play.of(journey.caseId(), "");
        Page developer = tests(play, Role.PARTNER_DEVELOPER);
        start(developer);
        Page certifier = tests(play, Role.CERTIFIER);
        hands.follow(certifier.locator("main"), "1");
        Keys.reach(certifier.locator("#run-rows"), "region", "Tests");
        state(developer);
        assertThat(certifier.locator("#run-rows")).containsText("passed");
        assertThat(certifier.locator("#run-rows [role=region]:focus")).isAttached();
        steer(developer, certifier);
      } finally {
        partner.close();
      }
    }
  }

  private Page tests(CasePlay play, Role role) {
    Page page = play.open(role);
    hands.follow(page, "Tests");
    return page;
  }

  /** Starts a run in which a person states what the extranet shows. */
  private void start(Page developer) {
    hands.look(developer, "runs");
    hands.fill(developer, "Tests", "INV-99");
    hands.press(developer, "Run");
    assertThat(developer.locator("#e-codes")).containsText("no test INV-99");
    hands.fill(developer, "Tests", "INV-1 INV-2");
    hands.choose(developer, "What the extranet shows", "Somebody states it, with a screenshot");
    hands.press(developer, "Run");
    assertThat(developer.locator("#asks input[type=file]")).isVisible();
  }

  private void state(Page developer) {
    hands.look(developer, "run-asks");
    Locator asks = developer.locator("#asks");
    hands.tick(asks, "Yes");
    hands.fill(asks, "Your name", "Ann");
    hands.fill(asks, "Your role", "tester");
    hands.hand(asks, "Screenshot", SHOT);
    hands.press(asks, "State it");
  }

  /** One pauses it and has it go on, the other sees it and stops it. */
  private void steer(Page developer, Page certifier) {
    hands.press(certifier, "Pause");
    assertThat(developer.locator("#run-state .badge")).hasText("paused");
    Keys.reach(developer.locator("#run-state"), "button", "Stop");
    hands.press(certifier, "Continue");
    assertThat(developer.locator("#run-state .badge")).not().hasText("paused");
    assertThat(developer.locator("button[value=STOP]:focus")).isAttached();
    hands.press(developer, "Stop");
    assertThat(certifier.locator("#run-state .badge")).hasText("interrupted");
    hands.look(certifier, "run-stopped");
  }
}
