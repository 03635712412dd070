package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.http.Json;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The result of a block is held against a channel manager whose driver tells the message. */
class BlockResultTest {
  private static final List<String> OF_A_SENT_BLOCK =
      List.of(
          "the number of a block that was sent is taken",
          "an error about a block that was sent is taken");
  private static final List<Interaction> RESULTS =
      PactFile.shipped("channel-manager").interactions().stream()
          .filter(each -> OF_A_SENT_BLOCK.contains(each.description()))
          .toList();

  @SuppressWarnings("NullAway.Init")
  private static Pair pair;

  @BeforeAll
  static void start() {
    pair = new Pair(Databases.inMemory());
  }

  @AfterAll
  static void stop() {
    pair.close();
  }

  @Test
  void isTakenWhereTheDriverTellsTheMessage() {
    assertThat(VerifierTest.verify(RESULTS, pair.channelManagerUrl(), pair.channelManagerStates()))
        .hasSize(2)
        .allMatch(each -> each.outcome() == Outcome.HONOURED);
  }

  @Test
  void isSkippedWhereTheDriverShowsNoMessageOrNoBlocks() throws IOException {
    for (boolean shows : new boolean[] {true, false}) {
      try (SilentDriver silent = new SilentDriver(pair.channelManagerDriver(), shows)) {
        States states = pair.channelManagerStates(silent.url());
        assertThat(VerifierTest.verify(RESULTS, pair.channelManagerUrl(), states))
            .extracting(Verified::outcome, Verified::reasons)
            .hasSize(2)
            .containsOnly(tuple(Outcome.SKIPPED, List.of("it needs the values [messageId]")));
      }
    }
  }

  @Test
  void isSkippedWhereNobodySetsStates() {
    assertThat(VerifierTest.verify(RESULTS, pair.channelManagerUrl(), States.NONE))
        .extracting(Verified::outcome, Verified::reasons)
        .hasSize(2)
        .containsOnly(tuple(Outcome.SKIPPED, List.of("it needs a state that nobody can set")));
  }

  /**
   * Stands before a driver.
   *
   * @param shows whether blocks are shown at all, without their messages
   */
  private record SilentDriver(URI driver, boolean shows, HttpServer server, HttpClient client)
      implements AutoCloseable {
    SilentDriver(URI driver, boolean shows) throws IOException {
      this(
          driver,
          shows,
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
          HttpClient.newHttpClient());
      server.createContext("/", this::handle);
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        HttpResponse<byte[]> answer = forwarded(exchange);
        boolean isReading = exchange.getRequestURI().getPath().endsWith("/readBlocks");
        byte[] body = isReading ? withoutMessages(answer.body()) : answer.body();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(
            isReading && !shows ? 501 : answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }

    private static byte[] withoutMessages(byte[] shown) throws IOException {
      JsonNode blocks = Json.mapper().readTree(shown);
      blocks.path("blocks").forEach(block -> ((ObjectNode) block).remove("messageId"));
      return Json.mapper().writeValueAsBytes(blocks);
    }

    private HttpResponse<byte[]> forwarded(HttpExchange exchange) throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(driver + exchange.getRequestURI().getPath()))
              .header("Content-Type", "application/json")
              .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
              .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      try {
        return client.send(request, BodyHandlers.ofByteArray());
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() {
      server.stop(0);
      client.close();
    }
  }
}
