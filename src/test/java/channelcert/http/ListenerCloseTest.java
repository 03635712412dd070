package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.api.InventoryApi;
import channelcert.contract.shared.SimpleResponse;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerCloseTest {
  private static final String PUSH =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://x/y",
       "availabilities":[{"spaceTypeCode":"DBL","from":"2027-01-01","to":"2027-01-01","availability":1}]}\
      """;

  @Test
  void aRequestInFlightIsStillAnsweredAndNobodyNewIsTaken() throws Exception {
    SlowStore store = new SlowStore();
    Listener listener =
        Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(store));
    try (RawHttp inFlight = new RawHttp(listener.uri())) {
      inFlight.post("/updateAvailability", "Content-Length: " + PUSH.length()).send(PUSH);
      store.arrived.await();
      Thread closing = Thread.startVirtualThread(listener::close);
      awaitRefusal(listener);
      store.mayAnswer.countDown();

      assertThat(inFlight.answer().body()).contains("\"success\":true");
      closing.join();
    }
  }

  @Test
  void aConnectionThatIsOnlyKeptEndsWithTheListener() throws Exception {
    SlowStore store = new SlowStore();
    store.mayAnswer.countDown();
    Listener listener =
        Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(store));
    try (RawHttp kept = new RawHttp(listener.uri())) {
      kept.post("/updateAvailability", "Content-Length: " + PUSH.length()).send(PUSH);
      assertThat(kept.answer().status()).isEqualTo(200);
      listener.close();
      assertThat(kept.isClosed()).isTrue();
    }
  }

  private static void awaitRefusal(Listener listener) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < deadline) {
      try (Socket _ = new Socket(listener.uri().getHost(), listener.uri().getPort())) {
        Thread.onSpinWait();
      } catch (IOException refused) {
        return;
      }
    }
    throw new AssertionError("a closing listener takes connections");
  }

  /** Answers when it may. */
  public static final class SlowStore implements InventoryApi {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Override
    public SimpleResponse updateAvailability(UpdateAvailabilityRequest request) {
      arrived.countDown();
      try {
        mayAnswer.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      return SimpleResponse.builder().success(true).build();
    }

    @Override
    public SimpleResponse updatePrices(UpdatePricesRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SimpleResponse updateRestrictions(UpdateRestrictionsRequest request) {
      throw new UnsupportedOperationException();
    }
  }
}
