package channelcert.fault;

import channelcert.exchange.Body;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes a request to its party, unchanged, and brings the answer. */
final class Courier implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  private final Map<Party, Supplier<URI>> bases;

  Courier(Supplier<URI> candidateBase, Supplier<URI> mewsBase) {
    this.bases = Map.of(Party.CANDIDATE, candidateBase, Party.MEWS, mewsBase);
  }

  Answer carry(Request request) {
    try {
      HttpResponse<byte[]> response = client.send(onward(request), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          Headers.endToEnd(response.headers().map()),
          Body.of(response.body()));
    } catch (IOException e) {
      return unreachable(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreachable(request, e);
    }
  }

  private HttpRequest onward(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(request))
            .timeout(ANSWER)
            .method(request.method(), publisher(request.body()));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      header.getValue().forEach(value -> builder.header(header.getKey(), value));
    }
    return builder.build();
  }

  private URI address(Request request) {
    Party host = request.endpoint().host();
    Supplier<URI> base = bases.get(host);
    if (base == null) {
      throw new IllegalStateException("no address of " + host);
    }
    String root = base.get().toString();
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + request.path());
  }

  private static BodyPublisher publisher(Body body) {
    return body.length() == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes());
  }

  private static Answer unreachable(Request request, Exception cause) {
    return Answer.of(
        502,
        "text/plain",
        "The fault proxy got no answer from " + request.endpoint() + ": " + cause.getMessage());
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
