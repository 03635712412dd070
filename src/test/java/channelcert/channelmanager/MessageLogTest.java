package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.channelmanager.inspector.KeptMessage;
import channelcert.channelmanager.inspector.MessageLog;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageLogTest {
  private final TestClock clock = new TestClock();
  private final MessageLog log = new MessageLog(clock);

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void keepsWhatWeSendMasked() {
    send(
        "{\"clientToken\":\"SECRET\",\"paymentCard\":{\"number\":\"4111111111111111\",\"cvv\":\"123\"}}");
    await(() -> log.newest().size() == 1);
    KeptMessage kept = log.newest().getFirst();
    assertThat(kept.request())
        .contains("masked:")
        .doesNotContain("SECRET", "4111111111111111", "\"123\"");
    assertThat(kept.duration()).isEqualTo(Duration.ofMillis(20));
    assertThat(kept.succeeded()).isTrue();
  }

  @Test
  void letsTheOldestGoByNumberAndByMemory() {
    for (int sent = 1; sent <= 1010; sent++) {
      send("{\"number\":" + sent + "}");
      int expected = Math.min(1000, sent);
      await(() -> log.newest().size() == expected);
    }
    await(() -> log.newest().getFirst().number() == 1010);
    assertThat(log.newest().getLast().number()).isEqualTo(11);
    String large = "{\"text\":\"" + "x".repeat(900_000) + "\"}";
    for (int sent = 1011; sent <= 1040; sent++) {
      send(large);
      int expected = sent;
      await(() -> log.newest().getFirst().number() == expected);
    }
    assertThat(log.newest().stream().mapToLong(each -> 2L * each.request().length()).sum())
        .isLessThanOrEqualTo(32L << 20);
  }

  @Test
  void keepsOnlyTheBeginningOfAVeryLongBody() {
    send("{\"text\":\"" + "x".repeat(2 << 20) + "\"}");
    await(() -> log.newest().size() == 1);
    KeptMessage kept = log.newest().getFirst();
    assertThat(kept.complete()).isFalse();
    assertThat(kept.request().length()).isLessThanOrEqualTo(16 << 10);
    assertThat(kept.requestBytes()).isGreaterThan(2 << 20);
  }

  @Test
  void keepsNothingWhileItIsSwitchedOff() {
    log.keep(false);
    send("{\"a\":1}");
    log.keep(true);
    send("{\"b\":2}");
    await(() -> log.newest().size() == 1);
    assertThat(log.newest()).extracting(KeptMessage::request).isEqualTo(List.of("{\"b\":2}"));
  }

  private void send(String body) {
    Recorder.Open open =
        log.start(
            Direction.CANDIDATE_TO_MEWS,
            "processGroup",
            "POST",
            URI.create("http://mews.example/x"),
            clock.instant());
    clock.advance(Duration.ofMillis(20));
    open.answered(Body.of(body), 200, "application/json", Body.of("{\"success\":true}"));
  }

  private static void await(BooleanSupplier done) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
