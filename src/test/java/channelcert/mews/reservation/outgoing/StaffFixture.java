package channelcert.mews.reservation.outgoing;

import channelcert.http.Json;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.SettableClock;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.message.Outgoing;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Stay;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A Mews side with the reference property and one channel manager that takes bookings; everything
 * leaves when a test ticks. It is the first of January 2027.
 */
final class StaffFixture implements AutoCloseable {
  static final String CONNECTION = "connection-1";
  static final String CLIENT = "their-token";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  final GroupInbox inbox = new GroupInbox();
  final DatabaseUrl url;
  final String property;
  Database database;
  MewsSide mews;

  StaffFixture(DatabaseUrl url) {
    this.url = url;
    this.database = Database.open(url, Part.MEWS);
    this.mews = start();
    Property made = mews.createReferenceProperty(PricingMode.GROSS);
    this.property = made.id();
    connect(CONNECTION, Map.of("processGroup", inbox.address()));
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

  StaffDesk desk() {
    return mews.staff();
  }

  void settle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 200) {
        throw new AssertionError("the side does not come to rest");
      }
    }
  }

  void pass(Duration time) {
    clock.advance(time);
    settle();
  }

  /** Marks availability for pushing from now on. */
  void enableAvailability() {
    mews.enable(CONNECTION, EnumSet.of(InventoryKind.AVAILABILITY));
    mews.discardPending(CONNECTION);
  }

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

  /** Confirms a message with success: the code of the group, then number=code of each. */
  JsonNode confirm(String messageId, String code, String... pairs) {
    String reservations =
        Stream.of(pairs)
            .map(pair -> pair.split("=", 2))
            .map(
                pair ->
                    "{\"confirmationNumber\":\"%s\",\"code\":\"%s\"}".formatted(pair[0], pair[1]))
            .reduce((one, other) -> one + "," + other)
            .orElse("");
    return report(
        messageId,
        "\"success\":true,\"code\":\"%s\",\"reservations\":[%s]".formatted(code, reservations));
  }

  JsonNode fail(String messageId, int code) {
    return report(
        messageId,
        "\"success\":false,\"errors\":[{\"code\":%d,\"message\":\"Not possible.\"}]"
            .formatted(code));
  }

  JsonNode report(String messageId, String rest) {
    String body =
        "{\"clientToken\":\"%s\",\"connectionToken\":\"%s\",\"relatedMessageId\":\"%s\",%s}"
            .formatted(CLIENT, CONNECTION, messageId, rest);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(mews.url() + "/api/channelManager/v1/processGroupConfirmation"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return post(request);
  }

  /** Sends a booking of one night of DBL under FLX, as the channel manager would. */
  JsonNode book(String messageId, String channelManagerId) {
    String body =
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","channelId":"EXP-1","channelManagerId":"%s",
         "currencyCode":"EUR","totalAmount":{"gross":120.00},"paymentType":2,"customer":{"lastName":"Visser"},
         "sources":[{"code":2,"name":"Expedia","type":0,"isPrimary":true}],"comments":["Late"],
         "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-02",
          "guestCounts":[{"code":"Adult","count":2}],"amounts":[{"gross":120.00}],"totalAmount":{"gross":120.00}}]}
        """
            .formatted(CLIENT, CONNECTION, messageId, channelManagerId);
    return post(
        HttpRequest.newBuilder(URI.create(mews.url() + "/v1/push/0426f19b66715a93"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static JsonNode post(HttpRequest request) {
    try {
      return Json.mapper()
          .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static StaffBooking booking(StaffReservation... reservations) {
    return new StaffBooking(person("Smit"), null, List.of(), List.of(reservations));
  }

  static JsonNode person(String lastName) {
    return Json.mapper().createObjectNode().put("firstName", "Ella").put("lastName", lastName);
  }

  /** Two adults in DBL under FLX for two nights from the first of April, for 120 and 130. */
  static StaffReservation stay() {
    return stay("DBL", "2027-04-01", 2)
        .priced(List.of(new BigDecimal("120.00"), new BigDecimal("130.00")));
  }

  static StaffReservation stay(String category, String from, int nights) {
    LocalDate arrival = LocalDate.parse(from);
    return StaffReservation.of(
        category,
        "FLX",
        new Stay(arrival, arrival.plusDays(nights)),
        List.of(new GuestCount("Adult", 2)));
  }

  static Set<Outgoing.State> states(List<Outgoing> messages) {
    return Set.copyOf(messages.stream().map(Outgoing::state).toList());
  }

  @Override
  public void close() {
    mews.close();
    database.close();
    inbox.close();
  }
}
