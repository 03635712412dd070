package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are odd or wrong as HTTP. What can be read is answered in the published form; what
 * is no HTTP is answered 400 with nothing, and its connection closed. Nothing of it is stored.
 */
final class HostileRequestsTest {
  private static final StoreOfPushes RESOURCE = new StoreOfPushes();
  private static final String PATH = "/updateAvailability";
  private static final String PUSH =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","availabilities":[]}
      """;
  private static final String HEAD =
      "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final String LENGTH = "Content-Length: " + PUSH.length() + "\r\n";

  @SuppressWarnings("NullAway.Init")
  private static Listener listener;

  @BeforeAll
  static void start() {
    listener = Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(RESOURCE));
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    RESOURCE.pushes.clear();
    SlowClientsTest.awaitNothingInFlight(listener);
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(HEAD + LENGTH + "\r\n" + PUSH);
      assertThat(raw.answer().body()).contains("\"success\":true");
    }
    RESOURCE.pushes.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: ten",
        "Content-Length: 99999999999999999999999",
        "Content-Length: 4\r\nContent-Length: 5",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n0\r\n",
        "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n"
      })
  void whatIsNoHttpIsAnsweredWith400AndClosed(String broken) throws Exception {
    closedWith400(HEAD + broken + "\r\n\r\n");
  }

  @Test
  void aFloodOfHeadersAndAHugeOneAreRefusedBeforeTheyAreKept() throws Exception {
    closedWith400(HEAD + "X-Flood: a\r\n".repeat(300) + LENGTH + "\r\n" + PUSH);
    closedWith400(HEAD + "X-Huge: " + "a".repeat(200_000) + "\r\n" + LENGTH + "\r\n" + PUSH);
    closedWith400("GET /" + "a".repeat(50_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void aBodyThatIsAnnouncedTwiceIsRefusedAndItsConnectionClosed() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(HEAD + LENGTH + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
      RawHttp.Answer answer = raw.answer();
      assertThat(answer.body()).contains("\"code\":6").contains("announced twice");
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(raw.isClosed()).isTrue();
    }
    assertThat(RESOURCE.pushes).isEmpty();
  }

  @Test
  void anAbsurdLengthIsRefusedAtOnceInThePublishedForm() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(HEAD + "Content-Length: " + Long.MAX_VALUE + "\r\n\r\n");
      assertThat(raw.answer().body()).contains("\"code\":6").contains("larger than");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Encoding: gzip     | send it without a Content-Encoding
          Content-Encoding: br       | send it without a Content-Encoding
          Content-Type: text/xml     | Content-Type: application/json
          """)
  void aBodyInAnotherFormIsToldWhichOneIsRead(String header, String told) throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      String head =
          header.startsWith("Content-Type") ? "POST " + PATH + " HTTP/1.1\r\nHost: x\r\n" : HEAD;
      raw.send(head + header + "\r\n" + LENGTH + "\r\n" + PUSH);
      RawHttp.Answer answer = raw.answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("\"code\":6").contains(told);
    }
    assertThat(RESOURCE.pushes).isEmpty();
  }

  @Test
  void aBodyThatIsCutOffIsNeverSeenByAResource() throws Exception {
    for (int length : new int[] {0, 1, PUSH.length() / 2, PUSH.length() - 1}) {
      try (RawHttp raw = new RawHttp(listener.uri())) {
        raw.send(HEAD + LENGTH + "\r\n" + PUSH.substring(0, length));
      }
      try (RawHttp raw = new RawHttp(listener.uri())) {
        raw.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        raw.send(Integer.toHexString(PUSH.length()) + "\r\n" + PUSH.substring(0, length));
      }
    }
    SlowClientsTest.awaitNothingInFlight(listener);
    assertThat(RESOURCE.pushes).isEmpty();
  }

  @Test
  void oldAndUnusualWaysOfHttpAreServed() throws Exception {
    String old = "POST " + PATH + " HTTP/1.0\r\nContent-Type: application/json\r\n";
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(old + LENGTH + "\r\n" + PUSH);
      assertThat(raw.answer().body()).contains("\"success\":true");
      assertThat(raw.isClosed()).isTrue();
    }
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(HEAD + "Connection: close\r\n" + LENGTH + "\r\n" + PUSH);
      assertThat(raw.answer().header("connection")).isEqualTo("close");
      assertThat(raw.isClosed()).isTrue();
    }
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send((HEAD + LENGTH + "\r\n" + PUSH).repeat(20));
      for (int i = 0; i < 20; i++) {
        assertThat(raw.answer().body()).contains("\"success\":true");
      }
    }
    assertThat(RESOURCE.pushes).hasSize(22);
  }

  @Test
  void anIdentifierThatCannotBeLoggedIsNotTakenOver() throws Exception {
    for (String id : List.of("a b", "x".repeat(65), "<script>", "a\tb")) {
      try (RawHttp raw = new RawHttp(listener.uri())) {
        raw.send(HEAD + "X-Request-Id: " + id + "\r\n" + LENGTH + "\r\n" + PUSH);
        assertThat(raw.answer().header("x-request-id")).isNull();
      }
    }
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(HEAD + "X-Request-Id: mine-7\r\n" + LENGTH + "\r\n" + PUSH);
      assertThat(raw.answer().header("x-request-id")).isEqualTo("mine-7");
    }
  }

  private static void closedWith400(String bytes) throws IOException {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      try {
        raw.send(bytes);
      } catch (IOException closedWhileSending) {
        return;
      }
      RawHttp.Answer answer = raw.answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).isEmpty();
      assertThat(raw.isClosed()).isTrue();
    }
    assertThat(RESOURCE.pushes).isEmpty();
  }
}
