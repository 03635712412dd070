package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import channelcert.http.Json;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The verifier written in Rust, from npm, reads our files and agrees. Skipped where npm is not
 * there; under {@code CI=true} that fails.
 */
class RustVerifierTest {
  private static final String PACKAGE = "@pact-foundation/pact-core@19.2.0";
  private static final Path FOLDER = Path.of("target/npm-pact").toAbsolutePath();
  private static final Path LOG = Path.of("target/rust-verifier.log").toAbsolutePath();

  @Test
  void agreesThatBothSidesHonourTheirPacts() throws Exception {
    install();
    try (Pair pair = new Pair(Databases.inMemory())) {
      agrees(
          "mews-channel-manager",
          "channel-manager",
          pair.channelManagerUrl(),
          pair.channelManagerStates());
      agrees("channel-manager-mews", "mews", pair.mewsUrl(), pair.mewsStates());
    }
  }

  private static void install() throws Exception {
    boolean isThere = run(List.of("npm", "--version")) == 0;
    if (!isThere && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("npm is missing: the Rust verifier cannot be asked");
    }
    assumeTrue(isThere, "npm is missing: the Rust verifier is not asked");
    Files.createDirectories(FOLDER);
    if (!Files.exists(FOLDER.resolve("node_modules"))) {
      List<String> install =
          List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE);
      assertThat(run(install)).as(Files.readString(LOG)).isZero();
    }
    Files.copy(
        Path.of("src/test/resources/verify-pact.cjs"),
        FOLDER.resolve("verify-pact.cjs"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static void agrees(String pact, String provider, URI url, States states)
      throws Exception {
    HttpServer setter =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    setter.createContext("/", exchange -> set(exchange, states));
    setter.start();
    try {
      int code =
          run(
              List.of(
                  "node",
                  "verify-pact.cjs",
                  Path.of("pact", pact + ".json").toAbsolutePath().toString(),
                  provider,
                  url.toString(),
                  "http://127.0.0.1:" + setter.getAddress().getPort() + "/"));
      assertThat(code).as(Files.readString(LOG)).isZero();
    } finally {
      setter.stop(0);
    }
  }

  private static void set(HttpExchange exchange, States states) throws IOException {
    try (exchange) {
      JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
      Map<String, JsonNode> parameters = new TreeMap<>();
      body.path("params").properties().forEach(e -> parameters.put(e.getKey(), e.getValue()));
      Map<String, String> values =
          body.path("action").asText().equals("teardown")
              ? Map.of()
              : states.set(new ProviderState(body.path("state").asText(), parameters));
      byte[] answer = Json.mapper().writeValueAsBytes(values);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static int run(List<String> command) throws Exception {
    Files.createDirectories(FOLDER);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    builder.environment().put("PACT_DO_NOT_TRACK", "true");
    try {
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within 60 s");
      }
      return process.exitValue();
    } catch (IOException notThere) {
      return -1;
    }
  }
}
