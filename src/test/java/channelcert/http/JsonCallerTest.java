package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonCallerTest {
  private static final Operation<SimpleResponse, SimpleResponse> ECHO =
      new Operation<>("echo", "/echo", SimpleResponse.class, SimpleResponse.class);

  private static final SimpleResponse GOOD = SimpleResponse.builder().success(true).build();

  private final RecordedExchanges recorder = new RecordedExchanges();
  private final JsonCaller caller = caller(Duration.ofSeconds(20));
  private final JsonCaller hasty = caller(Duration.ofMillis(700));

  private JsonCaller caller(Duration timeout) {
    return new JsonCaller(
        Direction.MEWS_TO_CANDIDATE, recorder, Clock.systemUTC(), timeout, 10_000, "driver-secret");
  }

  @AfterEach
  void close() {
    caller.close();
    hasty.close();
  }

  @Test
  void anAnswerOfTheContractsFormIsGivenBackAndRecorded() throws Exception {
    try (CannedServer server = CannedServer.json("{\"success\":true,\"later\":1}")) {
      assertThat(caller.call(ECHO, server.uri(), GOOD)).isEqualTo(new Reply.Answered<>(GOOD));
      assertThat(server.request())
          .contains("POST /echo HTTP/1.1")
          .containsIgnoringCase("\nContent-Type: application/json\n")
          .containsIgnoringCase("\nAuthorization: Bearer driver-secret\n")
          .endsWith("\n\n{\"success\":true}");
      assertThat(recorder.only().direction()).isEqualTo(Direction.MEWS_TO_CANDIDATE);
      assertThat(recorder.only().operation()).isEqualTo("echo");
      assertThat(recorder.only().url()).isEqualTo(server.uri());
      assertThat(recorder.only().request().text()).isEqualTo("{\"success\":true}");
      assertThat(recorder.only().status()).isEqualTo(200);
      assertThat(recorder.only().contentType()).isEqualTo("application/json");
      assertThat(recorder.only().answer().text()).isEqualTo("{\"success\":true,\"later\":1}");
    }
  }

  @Test
  void aFailureOfTheContractsFormIsAnAnswerToo() throws Exception {
    Error error = Error.builder().code(ErrorCode.RATE_ERROR).message("no").rateCode("X").build();
    String json =
        "{\"success\":false,\"errors\":[{\"code\":9,\"message\":\"no\",\"rateCode\":\"X\"}]}";
    try (CannedServer server = CannedServer.json(json)) {
      SimpleResponse failure =
          SimpleResponse.builder().success(false).errors(List.of(error)).build();
      assertThat(caller.call(ECHO, server.uri(), GOOD)).isEqualTo(new Reply.Answered<>(failure));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 OK       | application/json | {"a":1}            | the answer lacks `success`
          200 OK       | application/json | {"success":"true"} | the answer is not of the contract's form: success: 'true' is not true or false
          200 OK       | application/json | {"success":false,"errors":[{"code":99,"message":"x"}]} | the answer is not of the contract's form: errors[0].code: 99 is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
          200 OK       | application/json | {"success":        | the answer is no JSON: it ends (line 1, column 12) before it is complete
          200 OK       | application/json | hello              | the answer is no JSON: something (line 1, column 1) does not belong there
          200 OK       | application/json | null               | the answer is null
          200 OK       | application/json | [1]                | the answer is a list, not an object
          200 OK       | application/json | <html>x</html>     | the answer is HTML, not JSON
          200 OK       | text/html        | {"success":true}   | the answer is HTML, not JSON
          500 Oops     | text/html        | <html>x</html>     | HTTP 500 instead of 200
          201 Created  | application/json | {"success":true}   | HTTP 201 instead of 200
          409 Conflict | application/json | {"message":"full"} | HTTP 409 instead of 200: 'full'
          """)
  void aWrongAnswerIsToldAsWhatItIs(String status, String type, String body, String reason)
      throws Exception {
    try (CannedServer server = CannedServer.answer(status, "Content-Type: " + type, body)) {
      assertThat(caller.call(ECHO, server.uri(), GOOD)).isEqualTo(new Reply.Failed<>(reason));
      assertThat(recorder.only().answer().text()).isEqualTo(body);
      assertThat(recorder.only().failure()).isNull();
    }
  }

  @Test
  void aRefusalKeepsItsWayOutAndIsBounded() throws Exception {
    String wayOut = "there is none of that name; " + "name another one, ".repeat(20) + "or none";
    try (CannedServer server =
        CannedServer.answer(
            "404 Not Found",
            "Content-Type: application/json",
            "{\"message\":\"" + wayOut + "\"}")) {
      assertThat(caller.call(ECHO, server.uri(), GOOD))
          .isEqualTo(new Reply.Failed<>("HTTP 404 instead of 200: '" + wayOut + "'"));
    }
    try (CannedServer server =
        CannedServer.answer(
            "404 Not Found",
            "Content-Type: application/json",
            "{\"message\":\"" + wayOut.repeat(9) + "\"}")) {
      assertThat(caller.call(ECHO, server.uri(), GOOD).toString()).hasSizeLessThan(600);
    }
  }

  @Test
  void anEmptyAnswerIsToldAsEmpty() throws Exception {
    try (CannedServer server = CannedServer.json("")) {
      assertThat(caller.call(ECHO, server.uri(), GOOD))
          .isEqualTo(new Reply.Failed<>("the answer is empty"));
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (CannedServer server = CannedServer.answer("302 Found", "Location: /other", "")) {
      assertThat(caller.call(ECHO, server.uri(), GOOD))
          .isEqualTo(new Reply.Failed<>("the other side answered a redirect to /other"));
    }
  }

  @Test
  void nobodyListening() throws Exception {
    URI nowhere;
    try (ServerSocket taken = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/echo");
    }
    String reason = "nothing listens at " + nowhere.getAuthority() + " (connection refused)";
    assertThat(caller.call(ECHO, nowhere, GOOD)).isEqualTo(new Reply.Failed<>(reason));
    assertThat(recorder.only().failure()).isEqualTo(reason);
    assertThat(recorder.only().request().text()).isEqualTo("{\"success\":true}");
  }

  @Test
  void anUnknownHostAndAnAddressThatIsNone() {
    failsWith(
        URI.create("http://nobody.invalid/echo"),
        "the host name of nobody.invalid:80 is not known");
    failsWith(
        URI.create("ftp://x/echo"), "'ftp://x/echo' is no address that can be called over HTTP");
    failsWith(URI.create("/echo"), "'/echo' is no address that can be called over HTTP");
  }

  @Test
  void aSilentServerIsGivenUp() throws Exception {
    try (CannedServer server = CannedServer.raw("", false)) {
      failsInTime(server.uri(), "no answer within 700 ms");
    }
  }

  @Test
  void aServerThatStopsInTheMiddleIsGivenUp() throws Exception {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"success\"";
    try (CannedServer server = CannedServer.raw(half, false)) {
      failsInTime(server.uri(), "no answer within 700 ms");
    }
    try (CannedServer server = CannedServer.raw(half, true)) {
      String place = server.uri().getAuthority();
      failsWith(server.uri(), place + " closed the connection before its answer was complete");
    }
    try (CannedServer server = CannedServer.raw("", true)) {
      String place = server.uri().getAuthority();
      failsWith(server.uri(), place + " closed the connection before its answer was complete");
    }
  }

  @Test
  void whatIsNoHttpIsToldAsSuch() throws Exception {
    try (CannedServer server = CannedServer.raw("220 mail ready\r\n\r\n", true)) {
      String place = server.uri().getAuthority();
      failsWith(server.uri(), "what " + place + " answers is no HTTP");
    }
  }

  @Test
  void aTooLongAnswerIsBrokenOff() throws Exception {
    try (CannedServer server = CannedServer.json("{\"a\":\"" + "x".repeat(20_000) + "\"}")) {
      failsWith(server.uri(), "the answer is larger than 10000 bytes");
    }
  }

  @Test
  void anOperationWithoutBodiesTakesAnySuccess() throws Exception {
    Operation<Void, Void> enter = new Operation<>("enter", "/enter", Void.class, Void.class);
    try (CannedServer server = CannedServer.answer("204 No Content", "X: y", "")) {
      assertThat(caller.call(enter, server.uri(), null)).isInstanceOf(Reply.Answered.class);
      assertThat(server.request()).doesNotContainIgnoringCase("content-type");
    }
    try (CannedServer server = CannedServer.answer("500 Oops", "X: y", "")) {
      assertThat(caller.call(enter, server.uri(), null))
          .isEqualTo(new Reply.Failed<>("HTTP 500 instead of 204"));
    }
  }

  @Test
  void anOperationWithTwoAnswersGivesTheTree() throws Exception {
    Operation<SimpleResponse, Object> open =
        new Operation<>("open", "/open", SimpleResponse.class, Object.class);
    try (CannedServer server = CannedServer.json("{\"x\":[1]}")) {
      Reply<Object> reply = caller.call(open, server.uri(), GOOD);
      assertThat(reply).isInstanceOf(Reply.Answered.class);
      JsonNode tree = (JsonNode) ((Reply.Answered<Object>) reply).body();
      assertThat(tree.path("x").path(0).asInt()).isEqualTo(1);
    }
  }

  @Test
  void aListenerAnswersACaller() {
    try (Listener listener =
        Listener.start(
            ListenerSettings.loopback(0, java.time.Clock.systemUTC()),
            List.of(new StoreOfPushes()))) {
      Reply<SimpleResponse> reply =
          caller.call(ECHO, URI.create(listener.uri() + "/updatePrices"), GOOD);
      assertThat(reply).isInstanceOf(Reply.Answered.class);
      assertThat(((Reply.Answered<SimpleResponse>) reply).body().errors()).hasSize(1);
    }
  }

  private void failsInTime(URI address, String reason) {
    long start = System.nanoTime();
    failsWith(hasty, address, reason);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  private void failsWith(URI address, String reason) {
    failsWith(caller, address, reason);
  }

  private void failsWith(JsonCaller calling, URI address, String reason) {
    assertThat(calling.call(ECHO, address, GOOD)).isEqualTo(new Reply.Failed<>(reason));
    assertThat(recorder.all.getLast().failure()).isEqualTo(reason);
  }
}
