package channelcert.mews.reservation;

import channelcert.http.Json;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.SettableClock;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A Mews side with the reference property, connected to a channel manager; bookings are sent over
 * HTTP, and what follows happens when a test ticks.
 */
final class ReservationFixture implements AutoCloseable {
  static final String CONNECTION = "connection-1";
  static final String CLIENT = "their-token";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  final DatabaseUrl url;
  final ConfirmedBookings channelManager;
  Database database;
  MewsSide mews;

  private ReservationFixture(DatabaseUrl url, ConfirmedBookings channelManager) {
    this.url = url;
    this.channelManager = channelManager;
    this.database = Database.open(url, Part.MEWS);
    this.mews = start();
  }

  static ReservationFixture connected(DatabaseUrl url) {
    return connected(url, false, true);
  }

  static ReservationFixture connected(
      DatabaseUrl url, boolean certifiedForSources, boolean registered) {
    ConfirmedBookings channelManager = new ConfirmedBookings();
    ReservationFixture fixture = new ReservationFixture(url, channelManager);
    Property property = fixture.mews.createReferenceProperty(PricingMode.GROSS);
    Map<String, URI> endpoints =
        registered ? Map.of("confirmGroup", channelManager.address()) : Map.of();
    fixture.mews.connect(
        new NewConnection(
            CONNECTION,
            property.id(),
            "Example channel manager",
            CLIENT,
            "mews-token",
            endpoints,
            certifiedForSources,
            365,
            365,
            5000));
    return fixture;
  }

  private MewsSide start() {
    return MewsSide.start(
        MewsSettings.loopback(database, clock, () -> UUID.randomUUID().toString()).stopped());
  }

  /** Stops everything and starts it again over the same database. */
  void restart() {
    mews.close();
    database.close();
    database = Database.open(url, Part.MEWS);
    mews = start();
  }

  /** Sends a booking with the tokens added; answers what Mews answers. */
  JsonNode send(String messageId, String channelManagerId, String rest) {
    return post(
        "/v1/push/0426f19b66715a93",
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","channelId":"EXP-1","channelManagerId":"%s"%s}
        """
            .formatted(CLIENT, CONNECTION, messageId, channelManagerId, rest));
  }

  JsonNode post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mews.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Json.mapper().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Ticks until there is nothing to do at this moment. */
  void settle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 100) {
        throw new AssertionError("the side does not come to rest");
      }
    }
  }

  JsonNode booking(String channelManagerId) {
    return mews.observeBookings(CONNECTION, channelManagerId).path("groups").path(0);
  }

  JsonNode warnings() {
    return mews.observeBookings(CONNECTION, "").path("warnings");
  }

  /** Sellable units of one night. */
  int availability(String category, String night) {
    LocalDate day = LocalDate.parse(night);
    for (JsonNode each :
        mews.observeAvailability(CONNECTION, new Nights(day, day)).path("availabilities")) {
      if (each.path("spaceTypeCode").asText().equals(category)) {
        return each.path("availability").asInt();
      }
    }
    throw new AssertionError("no availability of " + category);
  }

  /** The rest of a booking of DBL under FLX from 1 March 2027 on, two adults and a child. */
  static String stay(String code, String total, String... nights) {
    return """
    ,"currencyCode":"EUR","totalAmount":{"gross":%s},"paymentType":2,"customer":{"lastName":"Visser"},
    "reservations":[%s]\
    """
        .formatted(total, reservation(code, "DBL", "2027-03-01", total, nights));
  }

  static String reservation(
      String code, String category, String from, String total, String... nights) {
    return """
    {"code":"%s","spaceTypeCode":"%s","ratePlanCode":"FLX","from":"%s","to":"%s",
     "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],
     "amounts":[{"gross":%s}],"totalAmount":{"gross":%s}}\
    """
        .formatted(
            code,
            category,
            from,
            LocalDate.parse(from).plusDays(nights.length),
            String.join("},{\"gross\":", nights),
            total);
  }

  @Override
  public void close() {
    mews.close();
    database.close();
    channelManager.close();
  }
}
