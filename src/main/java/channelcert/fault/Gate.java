package channelcert.fault;

import channelcert.exchange.Body;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** One port of the proxy: what is called instead of a party. */
final class Gate implements AutoCloseable {
  private static final int MAX_BODY = 64 << 20;

  private final Party host;
  private final HttpServer server;
  private final URI uri;

  /** Binds the port, a free one for 0; requests are taken from {@link #open} on. */
  Gate(Party host, String address, int port, ExecutorService executor) {
    this.host = host;
    try {
      this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port " + port + " of " + address + " cannot be taken: " + e.getMessage(), e);
    }
    server.setExecutor(executor);
    this.uri = URI.create("http://" + address + ":" + server.getAddress().getPort());
  }

  void open(Function<Request, Answer> carrier) {
    server.createContext("/", exchange -> handle(exchange, carrier));
    server.start();
  }

  URI uri() {
    return uri;
  }

  private void handle(HttpExchange exchange, Function<Request, Answer> carrier) throws IOException {
    try (exchange) {
      Body body = read(exchange.getRequestBody());
      answer(
          exchange,
          body.length() > MAX_BODY
              ? Answer.of(413, "text/plain", "The fault proxy takes 64 MB at most.")
              : carrier.apply(request(exchange, body)));
    }
  }

  private static Body read(InputStream body) throws IOException {
    return Body.of(body.readNBytes(MAX_BODY + 1));
  }

  private Request request(HttpExchange exchange, Body body) {
    URI asked = exchange.getRequestURI();
    String query = asked.getRawQuery();
    return new Request(
        Endpoint.at(host, asked.getPath()),
        exchange.getRequestMethod(),
        asked.getRawPath() + (query == null ? "" : "?" + query),
        Headers.endToEnd(exchange.getRequestHeaders()),
        body);
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 0) {
      // Closing an exchange without an answer cuts the connection.
      return;
    }
    answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    int length = answer.body().length();
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body().bytes());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
