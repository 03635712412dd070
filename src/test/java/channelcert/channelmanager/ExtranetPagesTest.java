package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.store.Databases;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the extranet, wide and narrow, light and dark. */
class ExtranetPagesTest {
  @SuppressWarnings("NullAway.Init")
  private static ExtranetFixture extranet;

  @BeforeAll
  static void start() {
    extranet = new ExtranetFixture(Databases.inMemory());
    extranet.bookings();
  }

  @AfterAll
  static void stop() {
    if (extranet != null) {
      extranet.close();
    }
  }

  @Test
  void everyPageIsReadableForEverybodyOnAWideScreen() {
    look(1280, ColorScheme.LIGHT, "wide");
  }

  @Test
  void everyPageIsReadableForEverybodyInTheDarkOnAPhone() {
    look(390, ColorScheme.DARK, "phone-dark");
  }

  @Test
  void aBlockOfMewsIsShownWithItsUnitsNightsAndPrices() {
    Page page = extranet.page(1280, ColorScheme.LIGHT);
    extranet.open(page, "c/1/blocks");
    assertThat(page.locator("main").innerText())
        .contains("Dance festival", "71", "Gijs Mulder", "P3D before each night", "EUR 100.00")
        .contains("2027-05-14 to 2027-05-17", "Stage next door");
    page.context().close();
  }

  private static void look(int width, ColorScheme scheme, String name) {
    Page page = extranet.page(width, scheme);
    pages()
        .forEach(
            (title, path) -> {
              extranet.open(page, path);
              TestBrowser.picture(page, name + "-" + title);
              assertThat(TestBrowser.seriousFindings(page)).as(path).isEmpty();
              assertThat(page.evaluate("document.documentElement.scrollWidth"))
                  .as("width of " + path)
                  .isEqualTo(width);
            });
    page.context().close();
  }

  private static Map<String, String> pages() {
    String reference = extranet.running.mews.groups.getFirst().channelManagerId();
    String refused = extranet.running.mews.groups.getLast().channelManagerId();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("connections", "connections");
    pages.put("connect", "connections/new");
    pages.put("calendar", "c/1/calendar");
    pages.put("calendar-28", "c/1/calendar?days=28&guests=2");
    pages.put("calendar-empty", "c/1/calendar?from=2029-01-01");
    pages.put("bookings", "c/1/bookings");
    pages.put("bookings-none", "c/1/bookings?search=nobody");
    pages.put("bookings-mews", "c/1/bookings?origin=mews");
    pages.put("booking", "c/1/booking?reference=" + reference);
    pages.put("booking-refused", "c/1/booking?reference=" + refused);
    pages.put("group", "c/1/booking?reference=MEWS-100400");
    pages.put("sell", "c/1/sell?arrival=2026-12-15&departure=2026-12-17&adults=2&children=0");
    pages.put(
        "book",
        "c/1/sell/book?pair=3:FLXDBL&arrival=2026-12-15&departure=2026-12-17&adults=2&children=0");
    pages.put("blocks", "c/1/blocks");
    pages.put("mapping", "c/1/mapping");
    pages.put("errors", "c/1/errors");
    pages.put("settings", "c/1/settings");
    pages.put("messages", "messages");
    pages.put("message", "messages/1");
    pages.put("key", "selling-api");
    pages.put("nothing", "c/99/calendar");
    return pages;
  }
}
