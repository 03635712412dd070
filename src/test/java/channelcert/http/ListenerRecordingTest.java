package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.exchange.Direction;
import channelcert.http.RecordedExchanges.Recorded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenerRecordingTest {
  private static final String PATH = "/updateAvailability";

  private static final String PUSH =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/",
       "availabilities":[{"spaceTypeCode":"DBL","from":"2027-02-01","to":"2027-02-02","availability":1}]}
      """;

  private final RecordedExchanges recorder = new RecordedExchanges();
  private final Listener listener =
      Listener.start(
          ListenerSettings.loopback(0, java.time.Clock.systemUTC())
              .withBodyLimits(10_000, Duration.ofMillis(500))
              .withRecorder(recorder),
          List.of(new StoreOfPushes()));

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void anExchangeIsRecordedByteForByteBeforeItsAnswerIsRead() throws Exception {
    RawHttp.Answer answer = post(PUSH);
    Recorded recorded = recorder.only();
    assertThat(recorded.direction()).isEqualTo(Direction.CANDIDATE_TO_MEWS);
    assertThat(recorded.operation()).isEqualTo("updateAvailability");
    assertThat(recorded.method()).isEqualTo("POST");
    assertThat(recorded.url()).hasToString(listener.uri() + PATH);
    assertThat(recorded.request().text()).isEqualTo(PUSH);
    assertThat(recorded.status()).isEqualTo(200);
    assertThat(recorded.contentType()).isEqualTo("application/json");
    assertThat(recorded.answer().text()).isEqualTo(answer.body());
  }

  @Test
  void aLongAnswerIsRecordedCompletely() throws Exception {
    String push =
        PUSH.replace("\"m\"", "\"long\"")
            .replaceAll("(?s)\"availabilities.*", "\"ratePrices\":[]}");
    RawHttp.Answer answer = post("/updatePrices", push);
    assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
    assertThat(answer.body()).hasSizeGreaterThan(90_000);
    assertThat(recorder.only().answer().text()).isEqualTo(answer.body());
  }

  @Test
  void refusedAndBrokenRequestsAreRecordedToo() throws Exception {
    for (String body : List.of("{", "", "null", "{}")) {
      RawHttp.Answer answer = post(body);
      Recorded last = recorder.all.getLast();
      assertThat(last.request().text()).isEqualTo(body);
      assertThat(last.answer().text()).isEqualTo(answer.body()).contains("\"code\":6");
    }
    try (RawHttp raw = new RawHttp(listener.uri())) {
      RawHttp.Answer answer = raw.request("GET", PATH).answer();
      assertThat(recorder.all.getLast().status()).isEqualTo(405);
      assertThat(recorder.all.getLast().answer().text()).isEqualTo(answer.body());
    }
    assertThat(recorder.all).hasSize(5);
  }

  @Test
  void anOversizedBodyIsRecordedUpToTheLimit() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Transfer-Encoding: chunked");
      raw.send("4e20\r\n" + "x".repeat(20_000) + "\r\n");
      RawHttp.Answer answer = raw.answer();
      assertThat(recorder.only().request().length()).isEqualTo(10_000);
      assertThat(recorder.only().answer().text()).isEqualTo(answer.body());
    }
  }

  @Test
  void aBodyThatIsLateOrBreaksOffIsRecorded() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Content-Length: 100").send("{\"a\":");
      assertThat(raw.answer().body()).contains("only 5 bytes had arrived");
    }
    assertThat(recorder.only().request().text()).isEqualTo("{\"a\":");
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Content-Length: 100").send("{\"b\":");
    }
    awaitExchanges(2);
    assertThat(recorder.all.getLast().failure()).contains("closed before the body");
    assertThat(recorder.all.getLast().request().text()).isEqualTo("{\"b\":");
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.post(PATH, "Transfer-Encoding: chunked").send("zz\r\n");
      awaitExchanges(3);
    }
    assertThat(recorder.all.getLast().failure()).contains("malformed chunk");
  }

  @Test
  void addressesThatNobodyServesAreNotRecorded() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      assertThat(raw.post("/nowhere", "Content-Length: 0").answer().status()).isEqualTo(404);
    }
    assertThat(recorder.started).isEmpty();
  }

  @Test
  void proxiedAddressesAreNamedAfterTheirOperation() {
    ListenerSettings settings = ListenerSettings.loopback(0, java.time.Clock.systemUTC());
    assertThat(settings.operations().apply("/v1/push/0426f19b66715a93")).isEqualTo("processGroup");
    assertThat(settings.operations().apply("/v1/push/4ef00bba562b5622"))
        .isEqualTo("processAvailabilityBlock");
    assertThat(settings.operations().apply("/api/channelManager/v1/getChannels"))
        .isEqualTo("getChannels");
  }

  private void awaitExchanges(int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (recorder.all.size() < count && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(recorder.all).hasSize(count);
  }

  private RawHttp.Answer post(String body) throws Exception {
    return post(PATH, body);
  }

  private RawHttp.Answer post(String path, String body) throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      return raw.post(path, "Content-Length: " + body.length()).send(body).answer();
    }
  }
}
