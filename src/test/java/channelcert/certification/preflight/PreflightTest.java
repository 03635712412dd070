package channelcert.certification.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.preflight.Diagnosis.Level;
import channelcert.certification.preflight.Diagnosis.Origin;
import channelcert.certification.verdict.PriceSide;
import channelcert.exchange.Recorder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
  private static final String REFUSED =
      "{\"success\":false,\"errors\":[{\"code\":3,\"message\":\"no such connection\"}]}";
  private static final String WRONG_TOKEN =
      "{\"success\":false,\"errors\":[{\"code\":8,\"message\":\"no such client\"}]}";

  /** An answer of the candidate. */
  private record Said(int status, String type, String body) {}

  @Test
  void aCandidateInGoodOrderHasNoFault() throws Exception {
    List<Diagnosis> found = look(PreflightTest::right);
    assertThat(found).noneMatch(each -> each.level() == Level.FAULT);
    assertThat(found).anyMatch(each -> each.toString().contains("known: [3], a wrong one: [8]"));
    assertThat(found).anyMatch(each -> each.subject().equals("message size"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | application/json | {}                | CONFIGURATION  | The path is most likely wrong
          401 | text/html        | login             | CONFIGURATION  | asks for a login
          302 | text/html        | moved             | CONFIGURATION  | register the last address
          400 | application/json | {"success":false} | IMPLEMENTATION | Answer HTTP 200 always
          200 | text/html        | <html>            | CONFIGURATION  | Correct endpoints.updatePrices
          400 | text/html        | <html>            | CONFIGURATION  | Correct endpoints.updatePrices
          200 | text/plain       | done              | IMPLEMENTATION | with the header Content-Type
          200 | application/json | {"ok":true}       | IMPLEMENTATION | with the header Content-Type
          200 | application/json | {"success":true}  | IMPLEMENTATION | anybody could change prices
          413 | text/plain       | too large         | CONFIGURATION  | Raise the limit of the proxy
          """)
  void whatIsWrongIsToldWithItsOriginAndTheFix(
      int status, String type, String body, Origin origin, String fix) throws Exception {
    List<Diagnosis> found = look(request -> new Said(status, type, body));
    assertThat(found)
        .anyMatch(
            each ->
                each.level() == Level.FAULT && each.origin() == origin && each.fix().contains(fix));
    assertThat(found).allMatch(each -> each.toString().lines().count() == 1);
  }

  @Test
  void thatTokensCannotBeToldApartYetIsNoWarning() throws Exception {
    List<Diagnosis> found = look(request -> new Said(200, "application/json", WRONG_TOKEN));
    assertThat(found)
        .filteredOn(each -> each.subject().equals("clientToken"))
        .singleElement()
        .satisfies(each -> assertThat(each.worthTelling()).isFalse());
  }

  @Test
  void whatIsTheSameOfSeveralAddressesIsSaidOnce() throws Exception {
    List<Diagnosis> folded = Folded.of(look(PreflightTest::right));
    assertThat(folded).filteredOn(each -> each.found().contains("plain HTTP")).hasSize(1);
    assertThat(folded).anyMatch(each -> each.subject().equals("2 addresses"));
  }

  @Test
  void aCandidateThatIsDownIsUnreachableAndNamed() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    Diagnosis found =
        new Look(port)
            .look().stream()
                .filter(each -> each.subject().equals("endpoints.updateAvailability"))
                .findFirst()
                .orElseThrow();
    assertThat(found.level()).isEqualTo(Level.UNREACHABLE);
    assertThat(found.toString())
        .contains("endpoints.updateAvailability", "127.0.0.1:" + port, "connection refused");
  }

  @Test
  void aCandidateThatTakesConnectionsAndIsSilentEndsInTime() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      List<Diagnosis> found = new Look(server.getLocalPort()).look();
      assertThat(found)
          .anyMatch(each -> each.level() == Level.FAULT && each.origin() == Origin.IMPLEMENTATION);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void anAddressThatTheCandidateCannotReachIsNoted() {
    Candidate elsewhere = candidate("https://cm.example/mews");
    assertThat(AddressCheck.check(elsewhere, URI.create("http://127.0.0.1:8090")))
        .singleElement()
        .satisfies(each -> assertThat(each.fix()).contains("--mews-url"));
    assertThat(AddressCheck.check(elsewhere, URI.create("http://tunnel.example")))
        .singleElement()
        .satisfies(each -> assertThat(each.found()).contains("by plain http"));
    assertThat(AddressCheck.check(elsewhere, URI.create("https://tunnel.example")))
        .singleElement()
        .satisfies(each -> assertThat(each.level()).isEqualTo(Level.OK));
  }

  private static Said right(String request) {
    return new Said(
        200,
        "application/json; charset=utf-8",
        request.contains("WRONG-TOKEN") ? WRONG_TOKEN : REFUSED);
  }

  private static List<Diagnosis> look(Function<String, Said> candidate) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, candidate));
    server.start();
    try {
      return new Look(server.getAddress().getPort()).look();
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Function<String, Said> candidate)
      throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Said said = candidate.apply(request);
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", said.type());
    exchange.sendResponseHeaders(said.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A look at a candidate on this machine. */
  private record Look(int port) {
    List<Diagnosis> look() throws InterruptedException {
      return new Preflight(
              candidate("http://127.0.0.1:" + port),
              Recorder.NONE,
              Clock.systemUTC(),
              Duration.ofSeconds(3))
          .look(URI.create("http://127.0.0.1:1"), 100_000);
    }
  }

  private static Candidate candidate(String root) {
    return new Candidate(
        "Acme",
        "a",
        "b",
        null,
        Map.of(
            "updateAvailability",
            URI.create(root + "/updateAvailability"),
            "updatePrices",
            URI.create(root + "/updatePrices")),
        new Capabilities(
            EnumSet.allOf(PriceSide.class), false, false, false, false, 5000, 365, null),
        null,
        ReadBack.ATTEST,
        List.of());
  }
}
