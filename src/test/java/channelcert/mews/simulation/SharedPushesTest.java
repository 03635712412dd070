package channelcert.mews.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PropertyDetails;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Three processes share the pushing to many connections from one PostgreSQL; one is killed and
 * another one stopped while their messages are on their way. The test command does it with few
 * connections and both at once; {@code -Dchannelcert.shared.connections=1000
 * -Dchannelcert.shared.stop=60} is the proof, in which the kill comes first and the stop lasts a
 * minute.
 *
 * <p>What is set is one more with each change, so a value that is older than the one before it
 * shows. Nothing is lost: in the end every connection shows the last value. Nothing is doubled: no
 * lane ever has two messages in flight, no message comes twice, and no older value stays over a
 * newer one.
 */
class SharedPushesTest {
  private static final int CONNECTIONS = Integer.getInteger("channelcert.shared.connections", 150);
  private static final int STOP_SECONDS = Integer.getInteger("channelcert.shared.stop", 0);
  private static final Duration TAKEOVER = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final LocalDate night = LocalDate.now(Clock.systemUTC()).plusDays(3);
  private final PropertyDetails details = new RandomProperty(new Random(7)).make("hotel");
  private final String category = details.property().categories().getFirst().code();
  private final Cell cell = new Cell(InventoryKind.AVAILABILITY, category, "");
  private final List<PushingProcess> processes = new ArrayList<>();
  private int value = 100;

  @Test
  void nothingIsLostOrDoubledWhenOneIsKilledAndOneIsStopped() throws Exception {
    DatabaseUrl url = Databases.postgres();
    try (ReceivingServer server = new ReceivingServer();
        Database database = Database.open(url, Part.MEWS);
        MewsSide mews = MewsSide.start(settings(database))) {
      connectAll(mews, server);
      for (int number = 0; number < 3; number++) {
        processes.add(PushingProcess.start(url));
      }
      for (PushingProcess process : processes) {
        process.awaitReady();
      }
      awaitSharing(server, mews);

      long killed = killAndStop(mews, server);
      int before = server.pushes();
      processes.get(1).goOn();
      for (int changes = 0; changes < 5; changes++) {
        change(mews);
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      awaitAll(server, PATIENCE);
      awaitIdle(mews);

      assertThat(behind(server)).isEmpty();
      assertThat(server.faults()).isEmpty();
      assertThat(server.pushes()).isGreaterThanOrEqualTo(before + CONNECTIONS);
      assertThat(Duration.ofNanos(killed)).isLessThan(TAKEOVER);
      report(server);
    } finally {
      processes.forEach(PushingProcess::close);
    }
  }

  /** Answers how long it took until every connection had what was set after the loss. */
  private long killAndStop(MewsSide mews, ReceivingServer server) {
    int before = server.pushes();
    change(mews);
    awaitPushes(server, before + CONNECTIONS / 5);
    processes.getFirst().kill();
    if (STOP_SECONDS == 0) {
      processes.get(1).stop();
      return takeover(mews, server, "kill and stop");
    }
    long killed = takeover(mews, server, "kill");
    before = server.pushes();
    change(mews);
    awaitPushes(server, before + CONNECTIONS / 5);
    processes.get(1).stop();
    long end = System.nanoTime() + Duration.ofSeconds(STOP_SECONDS).toNanos();
    long stopped = takeover(mews, server, "stop");
    while (System.nanoTime() < end) {
      change(mews);
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }
    return Math.max(killed, stopped);
  }

  private long takeover(MewsSide mews, ReceivingServer server, String what) {
    long start = System.nanoTime();
    change(mews);
    awaitAll(server, PATIENCE);
    long nanos = System.nanoTime() - start;
    System.out.printf("taken over after %s: %d ms%n", what, Duration.ofNanos(nanos).toMillis());
    return nanos;
  }

  private void change(MewsSide mews) {
    value++;
    mews.changeAvailability(
        details.property().id(),
        List.of(new AvailabilityChange(category, Nights.of(night, 1), value)));
  }

  private List<String> behind(ReceivingServer server) {
    String wanted = Integer.toString(value);
    return tokens().stream()
        .filter(token -> !wanted.equals(server.value(token, cell, night)))
        .toList();
  }

  private void awaitAll(ReceivingServer server, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!behind(server).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("without the last value: " + behind(server) + printed());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Changes until each of the processes has taken its share. */
  private void awaitSharing(ReceivingServer server, MewsSide mews) {
    for (int changes = 0; server.bySender().size() < processes.size(); changes++) {
      assertThat(changes).as("changes until all have pushed").isLessThan(100);
      change(mews);
      awaitAll(server, PATIENCE);
    }
  }

  private void awaitPushes(ReceivingServer server, int number) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server.pushes() < number) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no messages" + printed());
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** Until nothing is marked any more, so that whoever came back has mended what it spoilt. */
  private static void awaitIdle(MewsSide mews) {
    for (String token : tokens()) {
      assertThat(mews.awaitDelivered(token, PATIENCE)).isTrue();
    }
  }

  private void report(ReceivingServer server) {
    System.out.printf(
        "%d connections, %d messages by three processes %s, %d older ones over newer ones and"
            + " mended%n",
        CONNECTIONS, server.pushes(), server.bySender().values(), server.fallen());
  }

  private String printed() {
    return "\n" + processes.stream().map(PushingProcess::printed).toList();
  }

  private static List<String> tokens() {
    return IntStream.range(0, CONNECTIONS).mapToObj("channel-%04d"::formatted).toList();
  }

  private static MewsSettings settings(Database database) {
    return MewsSettings.loopback(database, Clock.systemUTC(), () -> UUID.randomUUID().toString())
        .stopped();
  }

  private void connectAll(MewsSide mews, ReceivingServer server) {
    String property = mews.editing().create(details).id();
    for (String token : tokens()) {
      mews.connect(
          new NewConnection(
              token,
              property,
              "Model",
              "their-token",
              "mews-token",
              server.endpoints(),
              false,
              14,
              14,
              1000));
      mews.enable(token, Set.of(InventoryKind.AVAILABILITY));
    }
  }
}
