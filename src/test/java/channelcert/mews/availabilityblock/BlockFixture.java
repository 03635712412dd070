package channelcert.mews.availabilityblock;

import channelcert.contract.shared.Error;
import channelcert.http.Json;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.SettableClock;
import channelcert.mews.availabilityblock.BlockOrder.CategoryOrder;
import channelcert.mews.availabilityblock.BlockOrder.UnitsOrder;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Mews side with the reference property and a channel manager that understands blocks; everything
 * happens when a test ticks. It is the first of January 2027.
 */
final class BlockFixture implements AutoCloseable {
  static final String CONNECTION = "connection-1";
  static final String CLIENT = "their-token";
  static final String PATH = "/v1/push/4ef00bba562b5622";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  final BlockInbox inbox = new BlockInbox();
  final DatabaseUrl url;
  final String property;
  Database database;
  MewsSide mews;

  BlockFixture(DatabaseUrl url) {
    this.url = url;
    this.database = Database.open(url, Part.MEWS);
    this.mews = start();
    this.property = mews.createReferenceProperty(PricingMode.GROSS).id();
    connect(CONNECTION, inbox.endpoints());
  }

  void connect(String token, Map<String, URI> endpoints) {
    mews.connect(
        new NewConnection(
            token,
            property,
            "Example channel manager",
            CLIENT,
            "mews-token",
            endpoints,
            false,
            365,
            365,
            5000));
  }

  private MewsSide start() {
    return MewsSide.start(
        MewsSettings.loopback(database, clock, () -> UUID.randomUUID().toString())
            .stopped()
            .withCallTimeout(Duration.ofSeconds(5)));
  }

  /** Stops everything and starts it again over the same database. */
  void restart() {
    mews.close();
    database.close();
    database = Database.open(url, Part.MEWS);
    mews = start();
  }

  void settle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 500) {
        throw new AssertionError("the side does not come to rest");
      }
    }
  }

  void pass(Duration time) {
    clock.advance(time);
    settle();
  }

  /** Sends a block as the channel manager would; answers what Mews answers at once. */
  JsonNode send(String messageId, String block) {
    return post(
        PATH,
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","availabilityBlock":%s}
        """
            .formatted(CLIENT, CONNECTION, messageId, block));
  }

  /** The same, processed and reported. */
  JsonNode sendAndSettle(String messageId, String block) {
    JsonNode answer = send(messageId, block);
    settle();
    return answer;
  }

  /** Mews' number in the last result. */
  String number() {
    return Objects.requireNonNull(inbox.lastResult().confirmationNumber());
  }

  /** The first error of the last result. */
  Error error() {
    return Objects.requireNonNull(inbox.lastResult().errors()).getFirst();
  }

  /** A block of DBL from 14 to 17 May 2027, released by the first of May. */
  static String block(String code, String status, @Nullable String number, int units) {
    return block(code, status, number, "{\"type\":\"Fixed\",\"fixedDate\":\"2027-05-01\"}", units);
  }

  static String block(
      String code, String status, @Nullable String number, String release, int units) {
    return """
    {"code":"%s","status":"%s",%s"name":"Jansen wedding","dates":{"start":"2027-05-14","end":"2027-05-17"},
     "releaseStrategy":%s,"originalRateCode":"FLX",
     "spaceCategories":[{"spaceTypeCode":"DBL","allocatedSpaces":[{"start":"2027-05-14","end":"2027-05-17","count":%d}]}],
     "booker":{"firstName":"Noor","lastName":"Jansen"},"pickupType":"AllInOneGroup"}
    """
        .formatted(
            code,
            status,
            number == null ? "" : "\"confirmationNumber\":\"" + number + "\",",
            release,
            units);
  }

  /** Books DBL for nights from 14 May on; none of them cancels the booking. */
  JsonNode book(String messageId, String booking, @Nullable String blockCode, int nights) {
    String rest =
        nights == 0
            ? ""
            : """
            ,"currencyCode":"EUR","totalAmount":{"gross":%d.00},"paymentType":2,"customer":{"lastName":"Visser"},
            "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-05-14","to":"%s",
              "guestCounts":[{"code":"Adult","count":2}],"amounts":[%s],"totalAmount":{"gross":%d.00}}]
            """
                .formatted(
                    100 * nights,
                    LocalDate.of(2027, 5, 14).plusDays(nights),
                    "{\"gross\":100.00}" + ",{\"gross\":100.00}".repeat(nights - 1),
                    100 * nights);
    JsonNode answer =
        post(
            "/v1/push/0426f19b66715a93",
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"%s","channelId":"EXP-1","channelManagerId":"%s"%s%s}
            """
                .formatted(
                    CLIENT,
                    CONNECTION,
                    messageId,
                    booking,
                    blockCode == null ? "" : ",\"availabilityBlockCode\":\"" + blockCode + "\"",
                    rest));
    settle();
    return answer;
  }

  /** Confirms a block that Mews sent. */
  JsonNode confirm(String messageId, String code, String number) {
    return report(
        messageId,
        "\"success\":true,\"code\":\"%s\",\"confirmationNumber\":\"%s\"".formatted(code, number));
  }

  JsonNode fail(String messageId, String error) {
    return report(messageId, "\"success\":false,\"errors\":[" + error + "]");
  }

  JsonNode report(String messageId, String rest) {
    return post(
        "/api/channelManager/v1/processAvailabilityBlockConfirmation",
        "{\"clientToken\":\"%s\",\"connectionToken\":\"%s\",\"relatedMessageId\":\"%s\",%s}"
            .formatted(CLIENT, CONNECTION, messageId, rest));
  }

  JsonNode post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mews.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Json.mapper()
          .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Sellable units of DBL in that night. */
  int availability(String night) {
    LocalDate day = LocalDate.parse(night);
    for (JsonNode each :
        mews.observeAvailability(CONNECTION, new Nights(day, day)).path("availabilities")) {
      if (each.path("spaceTypeCode").asText().equals("DBL")) {
        return each.path("availability").asInt();
      }
    }
    throw new AssertionError("no availability");
  }

  /** What staff want: DBL from 14 to 17 May, each night released three days before. */
  static BlockOrder order(int units) {
    return order(units, "DBL");
  }

  static BlockOrder order(int units, String... categories) {
    Span dates = new Span(LocalDate.of(2027, 5, 14), LocalDate.of(2027, 5, 17));
    return new BlockOrder(
        "Dance festival",
        dates,
        new Release(null, "P3D"),
        "FLX",
        List.of(categories).stream()
            .map(
                category ->
                    new CategoryOrder(category, List.of(new UnitsOrder(dates, units)), List.of()))
            .toList(),
        Json.mapper().createObjectNode().put("lastName", "Mulder"),
        null,
        null,
        Grouping.INDIVIDUAL_GROUPS);
  }

  @Override
  public void close() {
    mews.close();
    database.close();
    inbox.close();
  }
}
