package channelcert.pact;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for a provider: answers a request with the answer of the example that is most like it.
 * It keeps nothing and knows nothing but the pact.
 */
public final class Stub implements AutoCloseable {
  private static final int MAX_BODY = 25 << 20;
  private static final String JSON = "application/json";
  private static final String MALFORMED =
      "{\"success\":false,\"errors\":[{\"code\":6,\"message\":\"The body is no JSON object; send"
          + " one as the contract describes it.\"}]}";

  private final List<Interaction> interactions;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Stub(PactFile pact, HttpServer server) {
    this.interactions = pact.interactions();
    this.server = server;
  }

  /**
   * Starts a stand-in.
   *
   * @param port 0 takes a free one
   * @throws IllegalStateException when the port cannot be taken
   */
  public static Stub start(PactFile pact, String host, int port) {
    try {
      Stub stub = new Stub(pact, HttpServer.create(new InetSocketAddress(host, port), 0));
      stub.server.setExecutor(stub.threads);
      stub.server.createContext("/", stub::handle);
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new IllegalStateException(
          "port " + port + " of " + host + " cannot be taken: " + e.getMessage(), e);
    }
  }

  public URI url() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
      String path = exchange.getRequestURI().getPath();
      List<Interaction> here = interactions.stream().filter(each -> isAt(path, each)).toList();
      if (here.isEmpty()) {
        answer(
            exchange,
            404,
            "{\"message\":\"There is no operation " + path.replace('"', ' ') + "\"}");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "{\"message\":\"Send a POST.\"}");
      } else {
        answer(exchange, 200, answer(here, new String(body, StandardCharsets.UTF_8)));
      }
    }
  }

  /** Operations behind the card proxy are also found under their names. */
  private static boolean isAt(String path, Interaction interaction) {
    return path.equals(interaction.path())
        || path.equals("/api/channelManager/v1/" + interaction.operation());
  }

  private static String answer(List<Interaction> here, String body) {
    return object(body)
        .map(request -> nearest(here, request).answer().toString())
        .orElse(MALFORMED);
  }

  private static Optional<JsonNode> object(String body) {
    try {
      JsonNode node = Json.mapper().readTree(body);
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Of equally good ones the first, which tells of success. */
  private static Interaction nearest(List<Interaction> here, JsonNode request) {
    return here.stream()
        .min(Comparator.comparingInt(each -> distance(each, request)))
        .orElseThrow();
  }

  /** Values that differ; an example of another state than the ordinary one counts as farther. */
  private static int distance(Interaction interaction, JsonNode request) {
    int differing =
        Comparison.differences(interaction.request(), request, interaction.free()).size();
    int missing = Comparison.differences(request, interaction.request(), Rules.NONE).size();
    boolean ordinary =
        interaction.states().stream().allMatch(state -> state.name().equals(States.ORDINARY));
    return (2 * differing) + missing + (ordinary ? 0 : 1);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
