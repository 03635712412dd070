package channelcert.mews;

import channelcert.contract.Reply;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;

/**
 * A Mews side with the reference property, connected to a fake channel manager; pushes leave when a
 * test ticks. It is the first of January 2027 at the property, a Friday.
 */
public final class MewsFixture implements AutoCloseable {
  public static final String CONNECTION = "connection-1";
  public static final String CLIENT = "their-token";
  public static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

  public final FakeChannelManager channelManager;
  public final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  public final Database database;
  public final MewsSide mews;
  public final JsonCaller caller;

  private MewsFixture(DatabaseUrl url, FakeChannelManager channelManager) {
    this.channelManager = channelManager;
    this.database = Database.open(url, Part.MEWS);
    MewsSettings settings =
        MewsSettings.loopback(database, clock, () -> UUID.randomUUID().toString());
    this.mews = MewsSide.start(settings.stopped().withCallTimeout(Duration.ofSeconds(5)));
    this.caller =
        new JsonCaller(
            Direction.CANDIDATE_TO_MEWS,
            Recorder.NONE,
            clock,
            Duration.ofSeconds(5),
            1 << 22,
            null);
  }

  /** With a horizon of a year, one message a year, and every kind off. */
  public static MewsFixture connected(DatabaseUrl url) {
    return connected(url, 365, 365, 5000);
  }

  public static MewsFixture connected(
      DatabaseUrl url, int horizonDays, int chunkDays, int maxItems) {
    FakeChannelManager channelManager = new FakeChannelManager();
    MewsFixture fixture = new MewsFixture(url, channelManager);
    Property property = fixture.mews.createReferenceProperty(PricingMode.GROSS);
    fixture.mews.connect(
        new NewConnection(
            CONNECTION,
            property.id(),
            "Example channel manager",
            CLIENT,
            "mews-token",
            channelManager.endpoints(),
            false,
            horizonDays,
            chunkDays,
            maxItems));
    return fixture;
  }

  /** The Mews side once more over a database that another one has left. */
  public MewsFixture restarted(DatabaseUrl url) {
    mews.close();
    database.close();
    caller.close();
    MewsFixture next = new MewsFixture(url, channelManager);
    next.clock.advance(Duration.between(next.clock.instant(), clock.instant()));
    return next;
  }

  /** Everything enabled, and the full update that follows delivered and forgotten. */
  public MewsFixture synchronised() {
    mews.enable(CONNECTION, EnumSet.allOf(InventoryKind.class));
    tickUntilIdle();
    channelManager.received.clear();
    return this;
  }

  /** Ticks until there is nothing to do. */
  public void tickUntilIdle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 1000) {
        throw new AssertionError("the engine does not come to rest");
      }
    }
  }

  /** Whether nothing is left to push. */
  public boolean isDelivered() {
    return mews.awaitDelivered(CONNECTION, Duration.ZERO);
  }

  public URI address(String operation) {
    return URI.create(mews.url() + "/api/channelManager/v1/" + operation);
  }

  /** A request that confirms a message. */
  public static ConfirmationRequest confirmation(String messageId, boolean success) {
    return ConfirmationRequest.builder()
        .clientToken(CLIENT)
        .connectionToken(CONNECTION)
        .relatedMessageId(messageId)
        .success(success)
        .build();
  }

  /** The body of an answer. */
  public static <A> A body(Reply<A> reply) {
    return switch (reply) {
      case Reply.Answered<A> answered -> answered.body();
      case Reply.Failed<A> failed -> throw new AssertionError(failed.reason());
    };
  }

  @Override
  public void close() {
    mews.close();
    channelManager.close();
    caller.close();
    database.close();
  }
}
