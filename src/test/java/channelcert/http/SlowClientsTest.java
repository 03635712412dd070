package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Clients that send a byte each second, in bodies and in heads, while others work. {@code
 * -Dchannelcert.slow-clients=800} is the proof, with as many of each kind and the aim of 50 ms; in
 * the test command machines may be busy, so that only waiting for the slow ones is a failure.
 */
final class SlowClientsTest {
  private static final boolean PROOF = Integer.getInteger("channelcert.slow-clients") != null;
  private static final int CLIENTS = Integer.getInteger("channelcert.slow-clients", 400);
  private static final int REQUESTS = PROOF ? 5000 : 200;
  private static final long ALLOWED_MILLIS = PROOF ? 50 : 2000;
  private static final String PATH = "/updateAvailability";
  private static final String PUSH =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","availabilities":[]}
      """;

  private final StoreOfPushes resource = new StoreOfPushes();
  private final Listener listener =
      Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(resource));

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void slowSendersOfBodiesAndHeadsDoNotSlowTheOthers() throws Exception {
    List<RawHttp> slow = new ArrayList<>();
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try (RawHttp healthy = new RawHttp(listener.uri())) {
      answerMillis(healthy, 50);
      for (int i = 0; i < CLIENTS; i++) {
        slow.add(new RawHttp(listener.uri()).post(PATH, "Content-Length: 100000"));
        slow.add(new RawHttp(listener.uri()).send("POST " + PATH + " HTTP/1.1\r\nX-Slow: "));
      }
      var _ =
          drip.scheduleAtFixedRate(
              () -> slow.forEach(SlowClientsTest::drip), 0, 1, TimeUnit.SECONDS);
      List<Long> millis = answerMillis(healthy, REQUESTS);
      long p99 = millis.get(millis.size() * 99 / 100);
      if (PROOF) {
        System.out.printf(
            "%d slow bodies and %d slow heads; healthy: p50 %d ms, p99 %d ms, longest %d ms%n",
            CLIENTS, CLIENTS, millis.get(millis.size() / 2), p99, millis.getLast());
      }
      assertThat(p99).isLessThanOrEqualTo(ALLOWED_MILLIS);
    } finally {
      drip.shutdownNow();
      for (RawHttp sender : slow) {
        sender.close();
      }
    }
    awaitNothingInFlight(listener);
  }

  @Test
  void aConnectionOnWhichNoHeadArrivesIsClosed() throws Exception {
    try (Listener hasty =
            Listener.start(
                ListenerSettings.loopback(0, Clock.systemUTC())
                    .withBodyLimits(1000, Duration.ofMillis(200)),
                List.of(resource));
        RawHttp silent = new RawHttp(hasty.uri());
        RawHttp half = new RawHttp(hasty.uri()).send("POST " + PATH + " HTTP/1.1\r\nHost: x");
        RawHttp working = new RawHttp(hasty.uri())) {
      working.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH).answer();
      assertThat(silent.isClosed()).isTrue();
      assertThat(half.isClosed()).isTrue();
      working.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH);
      assertThat(working.answer().body()).contains("\"success\":true");
    }
  }

  /** Every request that was begun has ended, so that nothing is held for clients that are gone. */
  static void awaitNothingInFlight(Listener listener) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (listener.inFlight() > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(listener.inFlight()).isZero();
  }

  /** Times of some requests, the longest last. */
  private static List<Long> answerMillis(RawHttp raw, int requests) throws IOException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      raw.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH);
      assertThat(raw.answer().body()).contains("\"success\":true");
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
    return millis.stream().sorted().toList();
  }

  private static void drip(RawHttp sender) {
    try {
      sender.send("a");
    } catch (IOException closed) {
      // Being closed is what may happen to a slow sender.
    }
  }
}
