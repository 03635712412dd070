package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BodyGateTest {
  private static final String PUSH =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/",
       "availabilities":[{"spaceTypeCode":"DBL","from":"2027-02-01","to":"2027-02-02","availability":1}]}
      """;

  private static final String PATH = "/updateAvailability";
  private static final int MEGABYTE = 1 << 20;

  private final StoreOfPushes resource = new StoreOfPushes();
  private final Listener listener =
      Listener.start(
          ListenerSettings.loopback(0, java.time.Clock.systemUTC())
              .withBodyLimits(25L * MEGABYTE, Duration.ofSeconds(30)),
          List.of(resource));

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void aHugeAnnouncedBodyIsRefusedBeforeItArrives() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Content-Length: 209715200");
      refusedAsTooLarge(raw.answer());
    }
  }

  @Test
  void theSenderOfAHugeAnnouncedBodyReadsTheAnswerWhenItHasSentEverything() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Content-Length: 209715200");
      byte[] megabyte = new byte[MEGABYTE];
      for (int i = 0; i < 200; i++) {
        raw.send(megabyte);
      }
      refusedAsTooLarge(raw.answer());
      assertThat(raw.isClosed()).isTrue();
    }
  }

  @Test
  void aHugeBodyInChunksIsRefusedAsSoonAsTheLimitIsPassed() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Transfer-Encoding: chunked");
      byte[] chunk = new byte[MEGABYTE];
      Arrays.fill(chunk, (byte) ' ');
      for (int i = 0; i < 26; i++) {
        raw.send("100000\r\n").send(chunk).send("\r\n");
      }
      long start = System.nanoTime();
      refusedAsTooLarge(raw.answer());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void theSenderOfAHugeBodyInChunksReadsTheAnswerWhenItHasSentEverything() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Transfer-Encoding: chunked");
      byte[] chunk = new byte[MEGABYTE];
      for (int i = 0; i < 200; i++) {
        raw.send("100000\r\n").send(chunk).send("\r\n");
      }
      raw.send("0\r\n\r\n");
      refusedAsTooLarge(raw.answer());
      assertThat(raw.isClosed()).isTrue();
    }
  }

  @Test
  void aBodyOfTheFullSizeComesThrough() throws Exception {
    byte[] body = Arrays.copyOf(PUSH.getBytes(StandardCharsets.UTF_8), 25 * MEGABYTE);
    Arrays.fill(body, PUSH.length(), body.length, (byte) ' ');
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Content-Length: " + body.length).send(body);
      assertThat(raw.answer().body()).contains("\"success\":true");
      raw.post(PATH, "Content-Length: " + (body.length + 1));
      refusedAsTooLarge(raw.answer());
    }
  }

  @Test
  void chunksKeepAliveAndPipelinesWork() throws Exception {
    String half = PUSH.substring(0, 50);
    String rest = PUSH.substring(50);
    try (RawHttp raw = new RawHttp(listener.uri())) {
      for (int i = 0; i < 300; i++) {
        raw.post(PATH, "Transfer-Encoding: chunked");
        raw.send(Integer.toHexString(half.length()) + "\r\n" + half + "\r\n");
        raw.send(Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n");
        assertThat(raw.answer().body()).contains("\"success\":true");
      }
      raw.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH);
      raw.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH);
      assertThat(raw.answer().body()).contains("\"success\":true");
      assertThat(raw.answer().body()).contains("\"success\":true");
    }
    assertThat(resource.pushes).hasSize(302);
  }

  @Test
  void aSenderThatAsksFirstIsToldToContinue() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Expect: 100-continue", "Content-Length: " + PUSH.length());
      assertThat(raw.answer().status()).isEqualTo(100);
      assertThat(raw.send(PUSH).answer().body()).contains("\"success\":true");
      raw.post(PATH, "Expect: 100-continue", "Content-Length: 209715200");
      refusedAsTooLarge(raw.answer());
    }
  }

  @Test
  void aClientThatOffersAnotherProtocolIsServedOverThisOne() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(listener.uri() + PATH))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(PUSH))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("\"success\":true");
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsRefused() throws Exception {
    try (Listener hasty =
            Listener.start(
                ListenerSettings.loopback(0, java.time.Clock.systemUTC())
                    .withBodyLimits(1000, Duration.ofMillis(300)),
                List.of(resource));
        RawHttp raw = new RawHttp(hasty.uri())) {
      raw.post(PATH, "Content-Length: 100").send("{");
      RawHttp.Answer answer = raw.answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("\"code\":6").contains("only 1 bytes had arrived");
      assertThat(raw.isClosed()).isTrue();
    }
    assertThat(resource.pushes).isEmpty();
  }

  @Test
  void aTakenPortIsNamed() {
    ListenerSettings same =
        ListenerSettings.loopback(listener.uri().getPort(), java.time.Clock.systemUTC());
    assertThatIllegalStateException()
        .isThrownBy(() -> Listener.start(same, List.of(resource)))
        .withMessageContaining("Port " + listener.uri().getPort());
  }

  @Test
  void aListenerClosesAtOnceAlsoWithIdleAndHalfSentConnections() throws Exception {
    Listener closing =
        Listener.start(
            ListenerSettings.loopback(0, java.time.Clock.systemUTC()), List.of(resource));
    try (RawHttp idle = new RawHttp(closing.uri());
        RawHttp half = new RawHttp(closing.uri())) {
      idle.post(PATH, "Content-Length: " + PUSH.length()).send(PUSH).answer();
      half.post(PATH, "Content-Length: 100").send("{");
      long start = System.nanoTime();
      closing.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(idle.isClosed()).isTrue();
    }
  }

  private static void refusedAsTooLarge(RawHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.header("connection")).isEqualTo("close");
    assertThat(answer.body())
        .contains("\"code\":6")
        .contains("larger than the 26214400 bytes that are accepted");
  }
}
