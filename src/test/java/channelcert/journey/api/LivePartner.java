package channelcert.journey.api;

import channelcert.certification.stage.Driver;
import channelcert.channelmanager.ChannelManagerSettings;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.client.DriverClient;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The reference channel manager of a partner whose case is open in a portal in real time. */
final class LivePartner implements AutoCloseable {
  private static final String TOKEN = "MEWS-AT-CHM-0123456789";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Database data = Database.open(Databases.inMemory(), Part.CHANNEL_MANAGER);
  private final ChannelManagerSide side;

  /** Connects it with the tokens that the step T3 showed. */
  LivePartner(PortalFixture fixture, JsonNode provisioned) {
    side =
        ChannelManagerSide.start(
            new ChannelManagerSettings(
                "127.0.0.1",
                0,
                data,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                fixture.mews.url(),
                null,
                TOKEN,
                provisioned.at("/secrets/0/value").asText(),
                TIMEOUT,
                true,
                Duration.ofSeconds(1)));
  }

  URI driver() {
    return side.driverUrl();
  }

  /** Its addresses and token, as they are registered. */
  String endpoints() {
    return side.endpoints().entrySet().stream()
        .filter(each -> ADDRESSES.contains(each.getKey()))
        .map(each -> "{'operation':'%s','address':'%s'}".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "{'clientToken':'" + TOKEN + "','endpoints':[", "]}"));
  }

  private static final List<String> ADDRESSES =
      List.of("updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup");

  /** Calls Get properties and Get configuration, and maps everything. */
  void connect(String connectionToken, String email) {
    try (JsonCaller caller =
        new JsonCaller(
            Direction.DRIVER, Recorder.NONE, Clock.systemUTC(), TIMEOUT, 1 << 20, TOKEN)) {
      new Driver(new DriverClient(caller), side.driverUrl(), connectionToken)
          .setUpConnection(email, Pricing.GROSS);
    }
  }

  @Override
  public void close() {
    side.close();
    data.close();
  }
}
