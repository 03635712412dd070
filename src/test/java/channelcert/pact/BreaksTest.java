package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.http.Json;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A provider that is broken in one way is found by the interaction that is concerned. */
class BreaksTest {
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
  void everyBreakOfTheChannelManagerIsFoundByItsInteraction() throws IOException {
    found(
        Breaks.ofChannelManager(),
        "mews-channel-manager",
        pair.channelManagerUrl(),
        pair.channelManagerStates());
  }

  @Test
  void everyBreakOfTheMewsSideIsFoundByItsInteraction() throws IOException {
    found(Breaks.ofMews(), "channel-manager-mews", pair.mewsUrl(), pair.mewsStates());
  }

  private static void found(List<Breaks> breaks, String pact, URI provider, States states)
      throws IOException {
    assertThat(breaks).hasSize(20);
    PactFile file = PactFile.parse(Files.readString(Path.of("pact", pact + ".json")));
    for (Breaks each : breaks) {
      Interaction concerned =
          file.interactions().stream()
              .filter(interaction -> interaction.description().equals(each.description()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no interaction " + each.description()));
      assertThat(outcome(concerned, provider, states)).as("intact: " + each).isEqualTo("HONOURED");
      try (BrokenWire wire = new BrokenWire(provider, each)) {
        assertThat(outcome(concerned, wire.url(), states)).as(each.toString()).isEqualTo("BROKEN");
      }
    }
  }

  private static String outcome(Interaction interaction, URI provider, States states) {
    Verified verified = VerifierTest.verify(List.of(interaction), provider, states).getFirst();
    assertThat(verified.interaction().description()).isEqualTo(interaction.description());
    return verified.outcome() == Outcome.NOT_PROVEN
        ? verified.reasons().toString()
        : verified.outcome().name();
  }

  /** Stands before a provider and breaks its answers. */
  private record BrokenWire(URI provider, Breaks broken, HttpServer server, HttpClient client)
      implements AutoCloseable {
    BrokenWire(URI provider, Breaks broken) throws IOException {
      this(
          provider,
          broken,
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
        ObjectNode answer = (ObjectNode) Json.mapper().readTree(forwarded(exchange));
        broken.edit().accept(answer);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", broken.type());
        exchange.sendResponseHeaders(broken.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }

    private String forwarded(HttpExchange exchange) throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(provider.resolve(exchange.getRequestURI().getPath()))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
