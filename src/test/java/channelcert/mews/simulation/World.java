package channelcert.mews.simulation;

import channelcert.http.Json;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Mapped;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.simulation.Wire.Confirmation;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A Mews side on a virtual clock, a property, and the connections of channel managers to it; with
 * what it takes to let time pass, to end the process and to start it again.
 */
final class World implements AutoCloseable {
  static final String CLIENT = "their-token";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_TICKS = 2000;

  final CrashingClock clock = new CrashingClock(Instant.parse("2027-01-01T10:00:00Z"));
  final Wire wire;
  final Model model;
  final List<Link> links = new ArrayList<>();
  private final DatabaseUrl url = Databases.inMemory();
  private final Database database;
  private final Defect defect;
  private int ids;
  private int crashes;
  MewsSide mews;

  /** A connection: the kinds that the property wants pushed, and how far ahead. */
  record Link(String token, int horizon, Set<InventoryKind> kinds) {}

  World(long seed, Defect defect) {
    Random random = new Random(seed);
    this.defect = defect;
    this.wire = new Wire(seed, defect, clock);
    this.database = Database.open(url, Part.MEWS);
    this.mews = start();
    PropertyDetails details = new RandomProperty(random).make("hotel");
    Property property = mews.editing().create(details);
    this.model = new Model(property, details.standingGross());
    for (int number = 0; number <= random.nextInt(3); number++) {
      connect("channel-" + number, random);
    }
  }

  private MewsSide start() {
    MewsSettings settings = MewsSettings.loopback(database, clock, this::nextId);
    return MewsSide.start(settings.stopped(), wire);
  }

  private synchronized String nextId() {
    ids++;
    return "id-" + (defect == Defect.AN_ID_IS_USED_TWICE ? ids % 400 + "-again" : ids);
  }

  private void connect(String token, Random random) {
    int horizon = 2 + random.nextInt(40);
    Map<String, URI> endpoints =
        Map.of(
            "updateAvailability", URI.create("http://" + token + "/updateAvailability"),
            "updatePrices", URI.create("http://" + token + "/updatePrices"),
            "updateRestrictions", URI.create("http://" + token + "/updateRestrictions"));
    mews.connect(
        new NewConnection(
            token,
            model.property().id(),
            "Model",
            CLIENT,
            "mews-token",
            endpoints,
            false,
            horizon,
            1 + random.nextInt(horizon),
            1 + random.nextInt(30)));
    links.add(new Link(token, horizon, EnumSet.allOf(InventoryKind.class)));
    mews.enable(token, links.getLast().kinds());
  }

  LocalDate today() {
    return mews.today(model.property().id());
  }

  int crashes() {
    return crashes;
  }

  /** One pass of the engine, at which the process may end; then it is started again. */
  boolean tick() {
    try {
      return mews.tick();
    } catch (Crash end) {
      crashes++;
      restart();
      return true;
    } finally {
      clock.endAfter(0);
    }
  }

  /** Starts the process again over what the former one has left, without a clean stop. */
  void restart() {
    MewsSide former = mews;
    clock.endAfter(0);
    mews = start();
    former.close();
  }

  /** Ticks until nothing is to be done at this moment. */
  void settle() {
    for (int ticks = 0; tick(); ticks++) {
      if (ticks > MOST_TICKS) {
        throw new AssertionError("the engine does not come to rest");
      }
    }
  }

  boolean isDelivered() {
    return links.stream().allMatch(link -> mews.awaitDelivered(link.token(), Duration.ZERO));
  }

  /** Has the receivers confirm what is due by a moment. */
  void confirm(Instant moment) {
    wire.due(moment).forEach(this::confirm);
  }

  private void confirm(Confirmation confirmation) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("clientToken", CLIENT).put("connectionToken", confirmation.token());
    body.put("relatedMessageId", confirmation.push().id());
    body.put("success", confirmation.errors().isEmpty());
    if (!confirmation.errors().isEmpty()) {
      body.set("errors", Json.mapper().valueToTree(confirmation.errors()));
    }
    String answer = post(URI.create(confirmation.push().responseUrl()).getPath(), body.toString());
    if (!answer.contains("\"success\":true")) {
      throw new AssertionError("a confirmation was not taken: " + answer);
    }
  }

  String post(String path, String body) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(mews.url() + path))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The property mends on a connection whatever refusals have taken out; else nothing changes. */
  void mend(Link link) {
    var connections = mews.editing().connections();
    model
        .property()
        .categories()
        .forEach(each -> connections.category(link.token(), each.code(), Mapped.SYNCHRONISED));
    model
        .property()
        .ratePlans()
        .forEach(each -> connections.ratePlan(link.token(), each.code(), Mapped.SYNCHRONISED));
    for (Pair pair : model.property().pairs()) {
      connections.pair(link.token(), pair, true);
    }
    mews.enable(link.token(), link.kinds());
  }

  @Override
  public void close() {
    mews.close();
    database.close();
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute("drop all objects");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
