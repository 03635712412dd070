package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A case on the pages of the portal, from the request to the mapping, as people walk it. */
class PortalPagesTest {
  private static final String HOSTILE = "<script>document.title='taken'</script>\"'=1+1";

  @Test
  void aCaseIsWalkedFromItsRequestToItsAddresses() {
    try (PortalFixture portal = new PortalFixture(Databases.inMemory());
        TestBrowser browser = TestBrowser.start()) {
      Page partner = browser.context(1280, ColorScheme.LIGHT).newPage();
      Page mews = browser.context(390, ColorScheme.DARK).newPage();
      logIn(portal, partner, Role.PARTNER_ADMINISTRATOR);
      logIn(portal, mews, Role.LEAD_CERTIFIER);

      partner.navigate(portal.portal.url() + "/portal/new-case");
      look(partner, "new-case");
      partner.getByLabel("Name of the application").fill(HOSTILE);
      partner.getByLabel("Nights of a full update").fill("7");
      partner.getByText("Save", exact()).click();
      assertThat(partner.locator("#e-horizonDays").innerText()).contains("365 to 1095");
      assertThat(partner.getByLabel("Name of the application").inputValue()).isEqualTo(HOSTILE);
      look(partner, "new-case-error");
      partner.getByLabel("Nights of a full update").fill("365");
      partner.getByLabel("E-mail address of a contact").fill("ada@acme.example");
      partner.getByLabel("Prices").first().selectOption("GROSS");
      partner.getByLabel("Answers to pushes").selectOption("SYNCHRONOUS");
      partner.getByText("Save", exact()).click();
      assertThat(partner.locator("h1").innerText()).contains(HOSTILE);
      look(partner, "draft");
      String address = partner.url().replaceAll("[?#].*", "");
      press(partner, "Send the request");

      mews.navigate(portal.portal.url() + "/portal");
      assertThat(mews.locator("main").innerText()).contains("waits for you", HOSTILE);
      look(mews, "queue");
      mews.navigate(address);
      look(mews, "requested");
      Page late = mews.context().newPage();
      late.navigate(address);
      press(mews, "Provide the test environment");
      assertThat(mews.locator("main").innerText()).doesNotContain("Shown this once");
      press(late, "Provide the test environment");
      assertThat(late.locator("[role=alert]").innerText()).contains("Somebody else changed");

      partner.navigate(address);
      partner.getByText("Show the client token").click();
      assertThat(partner.locator("main").innerText()).contains("Shown this once", "client token");
      look(partner, "secrets");
      partner.navigate(address);
      assertThat(partner.getByText("Show the client token").count()).isZero();
      partner.locator("#f-test-updatePrices").fill("ftp://nowhere.example/x");
      partner.locator("#endpoints-test").getByText("Register", exactly()).click();
      assertThat(partner.locator("#e-test-updatePrices").innerText()).contains("updatePrices");
      assertThat(partner.locator("#f-test-updatePrices").inputValue()).startsWith("ftp:");
      for (String operation :
          new String[] {
            "updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup"
          }) {
        partner.locator("#f-test-" + operation).fill(portal.partner.address(operation).toString());
      }
      partner.locator("#endpoints-test").getByText("Register", exactly()).click();
      partner.getByText("Probe the addresses").click();
      assertThat(partner.locator("#endpoints-test").innerText()).contains("reached");
      press(partner, "Share the test endpoints");
      assertThat(partner.locator("h1").innerText()).contains("Endpoints shared");
      look(partner, "endpoints");
      partner.locator("#f-comment-content").fill(HOSTILE);
      partner.getByText("Comment", exact()).click();
      assertThat(partner.locator("#comments").innerText()).contains(HOSTILE);
      partner.navigate(address + "/history");
      assertThat(partner.locator("main").innerText())
          .contains(
              "The chain of hashes holds",
              "Share the test endpoints",
              "Provisioned → Endpoints shared")
          .doesNotContain("registerEndpoints", "PROVISIONED", "{");
      look(partner, "history");
      partner.navigate(portal.portal.url() + "/portal/people");
      look(partner, "people");
      partner.navigate(portal.portal.url() + "/portal");
      look(partner, "home");
      assertThat(partner.title()).doesNotContain("taken");

      Page foreign = browser.context(1280, ColorScheme.LIGHT).newPage();
      logIn(
          portal, foreign, PortalFixture.email(Role.PARTNER_ADMINISTRATOR, PortalFixture.FOREIGN));
      assertThat(foreign.navigate(address).status()).isEqualTo(404);
      look(foreign, "foreign");
    }
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
  }

  private static void press(Page page, String step) {
    page.locator("form.step button").getByText(step).first().click();
  }

  static void logIn(PortalFixture portal, Page page, Role role) {
    logIn(portal, page, PortalFixture.email(role, PortalFixture.OWN));
  }

  private static void logIn(PortalFixture portal, Page page, String email) {
    page.navigate(portal.portal.url() + "/portal/login");
    look(page, "login");
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(PortalFixture.PASSWORD);
    page.locator("main button").click();
    assertThat(page.url()).endsWith("/portal");
  }

  static void look(Page page, String name) {
    TestBrowser.picture(page, "portal-" + name);
    assertThat(TestBrowser.seriousFindings(page)).as(name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isEqualTo(page.viewportSize().width);
  }
}
