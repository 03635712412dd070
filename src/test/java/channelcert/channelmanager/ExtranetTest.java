package channelcert.channelmanager;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.store.Databases;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a hotelier does in the extranet, in a real browser. */
class ExtranetTest {
  @SuppressWarnings("NullAway.Init")
  private static ExtranetFixture extranet;

  @SuppressWarnings("NullAway.Init")
  private static Page page;

  @BeforeAll
  static void start() {
    extranet = new ExtranetFixture(Databases.postgres());
    page = extranet.page(1280, ColorScheme.LIGHT);
  }

  @AfterAll
  static void stop() {
    if (extranet != null) {
      extranet.close();
    }
  }

  @Test
  void letsNobodyInWithoutThePasswordAndReturnsToThePageThatWasWanted() {
    Page stranger = extranet.stranger();
    extranet.open(stranger, "c/1/mapping?x=1");
    assertThat(stranger).hasURL(java.util.regex.Pattern.compile(".*/login\\?next=.*"));
    stranger.getByLabel("Password").fill("something else");
    stranger.getByLabel("Password").press("Enter");
    assertThat(stranger.locator(".error")).hasText("This is not the password.");
    stranger.getByLabel("Password").fill(ExtranetFixture.PASSWORD);
    stranger.getByLabel("Password").press("Enter");
    assertThat(stranger).hasURL(java.util.regex.Pattern.compile(".*/c/1/mapping\\?x=1"));

    stranger.getByText("Log out").click();
    assertThat(stranger.locator(".notice")).hasText("You are logged out.");
    extranet.open(stranger, "c/1/calendar");
    assertThat(stranger.locator("h1")).hasText("Log in");
    stranger.context().close();
  }

  @Test
  void theCalendarIsWalkedThroughByTheArrowKeysAndTellsWhatACellSays() {
    extranet.open(page, "c/1/calendar?from=2026-12-01&days=14");
    Locator first = page.locator("td[tabindex='0']");
    assertThat(first).hasCount(1);
    first.focus();
    assertThat(page.locator("#detail")).containsText("DBL, availability, Tue 1 Dec 2026: 7");
    for (String key : List.of("ArrowDown", "ArrowDown", "ArrowDown", "End", "ArrowLeft", "Home")) {
      page.keyboard().press(key);
    }
    for (int night = 1; night < 6; night++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(page.locator("td:focus")).hasText("CTA");
    assertThat(page.locator("#detail"))
        .containsText("DBL, FLX, restrictions, Sun 6 Dec 2026: CTA closed to arrival");
    assertThat(page.locator("td[tabindex='0']")).hasCount(1);
    page.keyboard().press("PageDown");
    assertThat(page.locator("#detail")).containsText("SGL, availability, Sun 6 Dec 2026: 3");
    assertThat(page.locator("#detail")).containsText("Set by message push-availability");
    page.locator("#detail a").click();
    assertThat(page.locator("tbody")).containsText("updateAvailability");
  }

  @Test
  void theCalendarShowsAYearOfOneCategoryAndTheChosenPricesOnly() {
    extranet.open(page, "c/1/calendar?from=2026-12-01&days=365");
    assertThat(page.locator(".days th[data-day]")).hasCount(365);
    assertThat(page.locator("tr.category")).hasCount(1);
    page.getByLabel("Space category").selectOption("SGL");
    assertThat(page.locator("tr.category th")).containsText("SGL");
    page.getByLabel("Space category").selectOption("");
    page.getByLabel("Prices for").selectOption("1");
    assertThat(page.locator("tr.prices").first()).containsText("1 guest");
    assertThat(page.locator("tr.prices").filter(new Locator.FilterOptions().setHasText("2 guests")))
        .hasCount(0);
    assertThat(page.locator("td.closed").first()).hasText("Closed");
  }

  @Test
  void aBookingIsMadeChangedAndCancelledByTheForms() {
    extranet.book(page, "Cleo", "Bakker");
    ProcessGroupRequest made = sent();
    assertThat(made.totalAmount()).isNotNull();
    assertThat(made.reservations()).hasSize(1);
    assertThat(page.locator("h1")).containsText("Waiting for Mews");
    confirm(made, "100777");
    page.reload();
    assertThat(page.locator("h1")).containsText("Confirmed");
    assertThat(page.locator("main")).containsText("100777");
    assertThat(page.locator("tfoot")).containsText("EUR 260.00");

    page.getByLabel("Departure").first().fill("2026-12-18");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".notice")).containsText("The change is stored");
    assertThat(page.locator("tfoot")).containsText("EUR 390.00");
    ProcessGroupRequest changed = sent();
    assertThat(changed.reservations()).hasSize(1);
    confirm(changed, "100777");

    page.getByText("Cancel the whole booking").click();
    page.locator("button.bad").click();
    assertThat(page.locator(".notice").first()).containsText("The cancellation is stored");
    ProcessGroupRequest cancelled = sent();
    assertThat(cancelled.reservations()).isEmpty();
    confirm(cancelled, "100777");
    page.reload();
    assertThat(page.locator("h1")).containsText("Cancelled");
    assertThat(page.locator(".history li")).hasCount(3);
  }

  @Test
  void aBookingThatMewsRefusedIsSentAgainOnlyAfterACorrection() {
    extranet.running.mews.answerNextGroup(
        ErrorCode.PROCESSING_ERROR, "The name of the customer is not acceptable.");
    extranet.book(page, "Dirk", "Bos");
    int before = sentSoFar();
    page.reload();
    assertThat(page.locator(".notice.bad"))
        .containsText("The name of the customer is not acceptable.");

    page.locator("main form button.primary").click();
    assertThat(page.locator(".notice.bad").first())
        .containsText("Mews refused exactly this booking");
    assertThat(sentSoFar()).isEqualTo(before);

    page.getByLabel("Last name").fill("Bosman");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".notice").first()).containsText("The change is stored");
    ProcessGroupRequest corrected = sent();
    assertThat(corrected.customer()).isNotNull();
    assertThat(String.valueOf(corrected.customer())).contains("Bosman");
    confirm(corrected, "100888");
    page.reload();
    assertThat(page.locator("h1")).containsText("Confirmed");
  }

  @Test
  void anErrorStandsBesideItsFieldAndNothingTypedIsLost() {
    extranet.open(
        page,
        "c/1/sell/book?pair=3:FLXDBL&arrival=2026-12-15&departure=2026-12-17&adults=2&children=0");
    page.getByLabel("First name").fill("Eva");
    page.getByLabel("Last name").fill("   ");
    page.getByLabel("Identifier of the channel").fill("x".repeat(256));
    page.locator("main form button.primary").click();
    assertThat(page.locator("#e-lastName")).hasText("The last name is missing.");
    assertThat(page.locator("#e-channelId")).containsText("longer than 255");
    assertThat(page.getByLabel("Last name")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByLabel("First name")).hasValue("Eva");
    assertThat(page.getByLabel("Identifier of the channel")).hasValue("x".repeat(256));

    extranet.open(page, "c/1/settings");
    page.getByLabel("Currency").fill("EURO");
    page.getByLabel("Sells ahead, in days").fill("20000");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#e-currency")).containsText("three letters");
    assertThat(page.locator("#e-horizon")).containsText("1 to 1095");
    assertThat(page.getByLabel("Currency")).hasValue("EURO");
  }

  @Test
  void settingsChangeWhatIsSoldAndHowPushesAreAnswered() {
    extranet.open(page, "c/1/settings");
    page.getByLabel("net", new Page.GetByLabelOptions().setExact(false)).first().check();
    page.getByLabel("Sells ahead, in days").fill("20");
    page.locator("[name=RESTRICTIONS]").uncheck();
    page.locator("main form button.primary").first().click();
    assertThat(page.locator(".notice")).hasText("The settings are saved.");
    try {
      extranet.open(page, "c/1/calendar?from=2026-12-01");
      assertThat(page.locator("tr.prices td").first()).hasText("100.74");
      extranet.open(page, "c/1/sell?arrival=2026-12-20&departure=2026-12-22&adults=2&children=0");
      assertThat(page.locator("#e-departure")).containsText("further ahead than the 20 days");
      SimpleResponse refused = restrictions("while-off");
      assertThat(refused.success()).isFalse();
      assertThat(String.valueOf(refused.errors())).contains("switched off in the extranet");
    } finally {
      extranet.open(page, "c/1/settings");
      page.locator("[name=side][value=GROSS]").check();
      page.getByLabel("Sells ahead, in days").fill("365");
      page.locator("[name=RESTRICTIONS]").check();
      page.locator("main form button.primary").first().click();
    }
    assertThat(restrictions("while-on").success()).isTrue();
  }

  @Test
  void aPairThatIsUntickedIsRefusedAndShownAsNotMapped() {
    extranet.open(page, "c/1/mapping");
    page.getByLabel("DBL under NRF").uncheck();
    page.getByText("Save the mapping").click();
    assertThat(page.locator(".lead")).containsText("1 of what Mews offers is not mapped");
    try {
      assertThat(restrictions("unmapped").success()).isFalse();
      page.getByText("Fetch the configuration again").first().click();
      extranet.running.side.tick();
      page.reload();
      assertThat(page.getByLabel("DBL under NRF")).not().isChecked();
    } finally {
      page.getByLabel("DBL under NRF").check();
      page.getByText("Save the mapping").click();
    }
    assertThat(restrictions("mapped-again").success()).isTrue();
  }

  @Test
  void aReceivedPushIsFoundWithItsBodyAndTakenInAgain() {
    extranet.open(page, "messages?operation=updateAvailability&search=push-availability");
    page.locator("tbody a").first().click();
    assertThat(page.locator("pre").last()).containsText("push-availability");
    String shown = page.locator("main").innerText();
    assertThat(shown)
        .contains("masked:")
        .doesNotContain(RunningSide.CLIENT_TOKEN, "\"" + RunningSide.CONNECTION + "\"");
    page.getByLabel("Take it in again").selectOption("new");
    page.getByText("Replay").click();
    assertThat(page.locator("main")).containsText("Taken in again");
    assertThat(page.locator("pre").first()).containsText("\"success\" : true");
    extranet.open(page, "messages?operation=updateAvailability");
    assertThat(page.locator("tbody tr").nth(1)).isVisible();
  }

  @Test
  void twoHundredHostileTextsAreShownAsTextsAndNeverRun() {
    ErrorLogStore errors = new ErrorLogStore(extranet.running.database);
    List<String> texts = HostileTexts.all();
    texts.forEach(
        text ->
            errors.log(
                1,
                new LoggedError(extranet.running.clock.instant(), "processGroup", text, 7, text)));
    List<String> dialogs = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    extranet.open(page, "c/1/errors");
    assertThat(page.locator("td.text")).hasCount(page.locator("tbody tr").count());
    List<String> shown = page.locator("td.text").allTextContents();
    assertThat(shown).containsAll(texts);
    assertThat(page.evaluate("() => typeof window.hacked")).isEqualTo("undefined");
    for (String text : texts.subList(0, 10)) {
      extranet.open(page, "c/1/errors?search=" + encoded(text) + "&done=" + encoded(text));
      assertThat(page.getByLabel("Text in it"))
          .hasValue(text.replaceAll("[\r\n\u0000]", "").strip());
    }
    assertThat(page.evaluate("() => typeof window.hacked")).isEqualTo("undefined");
    assertThat(dialogs).isEmpty();
    assertThat(complaints).isEmpty();
    assertThat(TestBrowser.seriousFindings(page)).isEmpty();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static SimpleResponse restrictions(String messageId) {
    return extranet.running.push(
        "updateRestrictions",
        messageId,
        """
        "restrictions":[{"spaceTypeCode":"DBL","ratePlanCode":"NRF","from":"2027-02-10","to":"2027-02-10","state":[1],"minLos":2,"maxLos":10}]
        """);
  }

  private static int sentSoFar() {
    extranet.running.side.tick();
    return extranet.running.mews.groups.size();
  }

  private static ProcessGroupRequest sent() {
    sentSoFar();
    return extranet.running.mews.groups.getLast();
  }

  private static void confirm(ProcessGroupRequest group, String number) {
    ExtranetFixture.taken(
        extranet.running.push(
            "confirmGroup",
            "unused",
            "\"relatedMessageId\":\"%s\",\"channelManagerId\":\"%s\",\"reservations\":[{\"code\":\"01\",\"confirmationNumber\":\"%s\"}]"
                .formatted(group.messageId(), group.channelManagerId(), number)));
  }
}
