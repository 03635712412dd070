package channelcert.mews.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the process that changes and pushes, again and again while messages are on
 * their way. The test command kills twice; {@code -Dchannelcert.push.kills=20
 * -Dchannelcert.push.changes=50000} is the proof.
 */
class KilledSenderTest {
  private static final int KILLS = Integer.getInteger("channelcert.push.kills", 2);
  private static final int CHANGES = Integer.getInteger("channelcert.push.changes", 3000);
  private static final long SEED = Long.getLong("channelcert.push.seed", 20_261_125);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String TOKEN = "channel";
  private static final int HORIZON = 365;

  /** Far enough from the ends of the horizon that a midnight does no harm. */
  private final LocalDate start = LocalDate.now(Clock.systemUTC()).plusDays(3);

  private final Hotelier hotelier = new Hotelier(SEED, start);
  private final Random random = new Random(SEED);
  private int killedInFlight;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void theChannelManagerEndsWithWhatIsSetOnTheEmbeddedDatabase() throws Exception {
    prove(DatabaseUrl.embedded(folder.resolve("mews")));
  }

  @Test
  void theChannelManagerEndsWithWhatIsSetOnPostgres() throws Exception {
    prove(Databases.postgres());
  }

  private void prove(DatabaseUrl url) throws Exception {
    long begin = System.nanoTime();
    try (ReceivingServer server = new ReceivingServer()) {
      Model model = setUp(url, server);
      int batches = CHANGES / Hotelier.BATCH;
      int next = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        next = changeAndDie(url, server, next, batches * kill / (KILLS + 1));
      }
      try (PushingProcess last =
          PushingProcess.start(url, SEED, start, next, batches).awaitReady()) {
        for (int batch = 0; batch < batches; batch++) {
          hotelier.change(model, batch);
        }
        await(() -> last.changed() == batches, "the last change", last);
        await(() -> isLike(server, model), "the state of the model", last);
        assertThat(differences(server, model)).isEmpty();
      }
      assertThat(server.faults()).isEmpty();
      System.out.printf(
          "%d changes, %d kills, %d of them with a message in flight, %d messages: %d s%n",
          batches * Hotelier.BATCH,
          KILLS,
          killedInFlight,
          server.pushes(),
          Duration.ofNanos(System.nanoTime() - begin).toSeconds());
      assertThat(killedInFlight).isPositive();
    }
  }

  /** Answers the batch with which the next process has to go on. */
  private int changeAndDie(DatabaseUrl url, ReceivingServer server, int from, int to)
      throws Exception {
    try (PushingProcess process = PushingProcess.start(url, SEED, start, from, to).awaitReady()) {
      int before = server.pushes();
      int wanted = 1 + random.nextInt(15);
      await(() -> process.changed() > from || from == to, "a change", process);
      await(() -> server.pushes() >= before + wanted, "messages", process);
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(30)).toNanos());
      for (int looks = 0; looks < 200 && server.inFlight() == 0; looks++) {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
      killedInFlight += server.inFlight() > 0 ? 1 : 0;
      process.kill();
      return process.changed();
    }
  }

  private Model setUp(DatabaseUrl url, ReceivingServer server) {
    try (Database database = Database.open(url, Part.MEWS);
        MewsSide mews =
            MewsSide.start(
                MewsSettings.loopback(
                        database, Clock.systemUTC(), () -> UUID.randomUUID().toString())
                    .stopped())) {
      Property property = mews.editing().create(hotelier.details());
      mews.connect(
          new NewConnection(
              TOKEN,
              property.id(),
              "Model",
              "their-token",
              "mews-token",
              server.endpoints(),
              false,
              HORIZON,
              30,
              20));
      mews.enable(TOKEN, EnumSet.allOf(InventoryKind.class));
      return new Model(property, hotelier.details().standingGross());
    }
  }

  /** Looks now and then, since it is much to look at. */
  private boolean isLike(ReceivingServer server, Model model) {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    return differences(server, model).isEmpty();
  }

  private List<String> differences(ReceivingServer server, Model model) {
    List<String> differences = new ArrayList<>();
    for (Cell cell : model.cells()) {
      for (LocalDate night : Nights.of(start, HORIZON - 7).stream().toList()) {
        String shown = server.value(TOKEN, cell, night);
        String expected = model.expected(cell, night);
        if (!expected.equals(shown)) {
          differences.add(cell + " " + night + ": " + shown + " instead of " + expected);
        }
      }
    }
    return differences;
  }

  private static void await(BooleanSupplier condition, String what, PushingProcess process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + " in time\n" + process.printed());
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
