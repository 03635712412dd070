package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.contract.shared.ErrorCode;
import channelcert.store.DatabaseUrl;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** A channel manager with a stocked property, and somebody in front of its extranet. */
final class ExtranetFixture implements AutoCloseable {
  static final String PASSWORD = "open-sesame";

  final RunningSide running;
  private final TestBrowser browser = TestBrowser.start();

  ExtranetFixture(DatabaseUrl database) {
    running = RunningSide.ready(database);
    running.side.choosePassword(PASSWORD);
    stock();
  }

  /** Pushes ten weeks of December 2026 and after. */
  private void stock() {
    taken(
        running.push(
            "updateAvailability",
            "push-availability",
            """
            "availabilities":[
             {"spaceTypeCode":"DBL","from":"2026-12-01","to":"2027-02-10","availability":7},
             {"spaceTypeCode":"DBL","from":"2026-12-04","to":"2026-12-05","availability":1},
             {"spaceTypeCode":"SGL","from":"2026-12-01","to":"2027-02-10","availability":3},
             {"spaceTypeCode":"SGL","from":"2026-12-08","to":"2026-12-09","availability":0}]
            """));
    taken(
        running.push(
            "updatePrices",
            "push-prices",
            "\"ratePrices\":["
                + String.join(
                    ",",
                    prices("DBL", "FLX", 110, 2),
                    prices("DBL", "NRF", 95, 2),
                    prices("SGL", "FLX", 80, 1))
                + "]"));
    taken(
        running.push(
            "updateRestrictions",
            "push-restrictions",
            """
            "restrictions":[
             {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-01","to":"2027-02-10","state":[1],"minLos":null,"maxLos":null},
             {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-06","to":"2026-12-06","state":[2,6],"minLos":null,"maxLos":null},
             {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-07","to":"2026-12-07","state":[2,7],"minLos":null,"maxLos":null},
             {"spaceTypeCode":"DBL","ratePlanCode":"NRF","from":"2026-12-01","to":"2027-02-10","state":[1],"minLos":2,"maxLos":10},
             {"spaceTypeCode":"SGL","ratePlanCode":"FLX","from":"2026-12-11","to":"2026-12-12","state":[2,8],"minLos":null,"maxLos":null}]
            """));
  }

  /** A booking that Mews confirmed, one that it refused, one of its own, and a block. */
  void bookings() {
    Page page = page(1280, ColorScheme.LIGHT);
    book(page, "Ada", "Visser");
    running.side.tick();
    String reference = running.mews.groups.getLast().channelManagerId();
    taken(
        running.push(
            "confirmGroup",
            "unused",
            "\"relatedMessageId\":\"%s\",\"channelManagerId\":\"%s\",\"reservations\":[{\"code\":\"01\",\"confirmationNumber\":\"100234\"}]"
                .formatted(running.mews.groups.getLast().messageId(), reference)));
    running.mews.answerNextGroup(ErrorCode.PROCESSING_ERROR, "Guest name is not acceptable.");
    book(page, "Bram", "Smit");
    running.side.tick();
    taken(
        running.send(
            "processGroup",
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"from-mews","responseUrl":"%s/api/channelManager/v1/processGroupConfirmation",
             "currencyCode":"EUR","totalAmount":{"gross":250.00,"net":229.36},"customer":{"firstName":"Ella","lastName":"Jansen"},
             "sources":[{"code":924,"name":"WEB","type":5,"isPrimary":true}],
             "reservations":[{"confirmationNumber":"100400","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-20","to":"2026-12-22","state":1,"timeState":1,
              "guestCounts":[{"code":"Adult","count":2}],"amounts":[{"gross":120.00,"net":110.09},{"gross":130.00,"net":119.27}],"totalAmount":{"gross":250.00,"net":229.36}}]}
            """
                .formatted(RunningSide.CLIENT_TOKEN, RunningSide.CONNECTION, running.mews.url())));
    taken(
        running.send(
            "processAvailabilityBlock",
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"block-from-mews","responseUrl":"%s/api/channelManager/v1/processAvailabilityBlockConfirmation",
             "availabilityBlock":{"code":null,"confirmationNumber":"71","status":"Create","name":"Dance festival","dates":{"start":"2027-05-14","end":"2027-05-17"},
              "releaseStrategy":{"type":"Rolling","offset":"P3D"},
              "spaceCategories":[{"start":"2027-05-14","end":"2027-05-17","spaceTypeCode":"DBL",
               "allocatedSpaces":[{"start":"2027-05-14","end":"2027-05-17","count":5}],
               "occupiedSpaces":[{"start":"2027-05-14","end":"2027-05-17","count":1}],
               "rates":[{"start":"2027-05-14","end":"2027-05-17","currencyCode":"EUR","prices":[{"grossAmount":100.00,"netAmount":91.74,"currencyCode":"EUR","guestCount":1}]}]}],
              "booker":{"firstName":"Gijs","lastName":"Mulder"},"company":null,"notes":"Stage next door","pickupType":"IndividualGroups"}}
            """
                .formatted(RunningSide.CLIENT_TOKEN, RunningSide.CONNECTION, running.mews.url())));
    page.context().close();
  }

  /** Books two nights in a double by the forms; the booking's page is open afterwards. */
  void book(Page page, String first, String last) {
    open(page, "c/1/sell?arrival=2026-12-15&departure=2026-12-17&adults=2&children=0");
    page.getByLabel("Book DBL under FLX").click();
    page.getByLabel("First name").fill(first);
    page.getByLabel("Last name").fill(last);
    page.locator("main form button.primary").click();
    page.waitForURL("**/booking?**");
  }

  /** A page of somebody who is logged in. */
  Page page(int width, ColorScheme scheme) {
    BrowserContext context = browser.context(width, scheme);
    Page page = context.newPage();
    open(page, "login");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("button.primary").click();
    page.waitForURL("**/connections");
    return page;
  }

  /** A page of somebody who is not. */
  Page stranger() {
    return browser.context(1280, ColorScheme.LIGHT).newPage();
  }

  void open(Page page, String path) {
    page.navigate(running.side.extranetUrl() + "/" + path);
  }

  static void taken(channelcert.contract.shared.SimpleResponse answer) {
    assertThat(answer.success()).as(String.valueOf(answer)).isTrue();
  }

  private static String prices(String category, String rate, int base, int guests) {
    List<String> prices =
        Stream.iterate(1, each -> each + 1)
            .limit(guests)
            .map(
                each ->
                    "{\"grossAmount\":%d.00,\"netAmount\":%d.74,\"currencyCode\":\"EUR\",\"guestCount\":%d}"
                        .formatted(base + 20 * (each - 1), base + 20 * (each - 1) - 10, each))
            .toList();
    return "{\"spaceTypeCode\":\"%s\",\"ratePlanCode\":\"%s\",\"from\":\"2026-12-01\",\"to\":\"2027-02-10\",\"prices\":[%s]}"
        .formatted(category, rate, String.join(",", prices));
  }

  @Override
  public void close() {
    browser.close();
    running.close();
  }
}
