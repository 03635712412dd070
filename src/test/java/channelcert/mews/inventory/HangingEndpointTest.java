package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel manager that takes the connection and never answers. */
class HangingEndpointTest {
  private static final Duration CALL_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void doesNotDelayWhatIsSentToAnotherConnectionOfTheProperty(DatabaseUrl url) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FakeChannelManager answering = new FakeChannelManager();
        Database database = Database.open(url, Part.MEWS);
        MewsSide mews = MewsSide.start(settings(database))) {
      Property property = mews.createReferenceProperty(PricingMode.GROSS);
      connect(mews, property, "hanging", silentEndpoints(silent));
      mews.enable("hanging", EnumSet.allOf(InventoryKind.class));
      awaitInFlight(mews);

      connect(mews, property, "answering", answering.endpoints());
      mews.enable("answering", EnumSet.allOf(InventoryKind.class));
      assertThat(mews.awaitDelivered("answering", PATIENCE)).isTrue();
      mews.changeAvailability(
          property.id(),
          List.of(new AvailabilityChange("DBL", Nights.of(mews.today(property.id()), 1), 1)));

      assertThat(mews.awaitDelivered("answering", PATIENCE)).isTrue();
      assertThat(answering.received(UpdateAvailabilityRequest.class)).hasSizeGreaterThan(1);
      assertThat(mews.pushes().messages("hanging", 10))
          .isNotEmpty()
          .allMatch(message -> message.finishedAt() == null);
    }
  }

  private static MewsSettings settings(Database database) {
    return MewsSettings.loopback(database, Clock.systemUTC(), () -> UUID.randomUUID().toString())
        .withCallTimeout(CALL_TIMEOUT);
  }

  private static Map<String, URI> silentEndpoints(ServerSocket silent) {
    URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/updates");
    return Map.of(
        "updateAvailability", address, "updatePrices", address, "updateRestrictions", address);
  }

  private static void connect(
      MewsSide mews, Property property, String token, Map<String, URI> endpoints) {
    mews.connect(
        new NewConnection(
            token,
            property.id(),
            "Example channel manager",
            "their-token",
            "mews-token",
            endpoints,
            false,
            365,
            365,
            5000));
  }

  private static void awaitInFlight(MewsSide mews) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (mews.pushes().messages("hanging", 1).isEmpty()) {
      assertThat(System.nanoTime()).as("time").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
