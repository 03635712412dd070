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
import java.util.function.UnaryOperator;

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

  private final UnaryOperator<String> candidate;
  private final Supplier<URI> mewsBase;

  /**
   * A courier.
   *
   * @param candidate address of the candidate for a path
   */
  Courier(UnaryOperator<String> candidate, Supplier<URI> mewsBase) {
    this.candidate = candidate;
    this.mewsBase = mewsBase;
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
    return URI.create(
        switch (request.endpoint().host()) {
          case CANDIDATE -> candidate.apply(request.path());
          case MEWS -> FaultProxySettings.under(mewsBase.get(), request.path());
        });
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
