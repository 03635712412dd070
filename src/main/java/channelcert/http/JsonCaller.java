package channelcert.http;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON over HTTP and records it: time-outs over the whole exchange, no redirects, a bound on
 * the answer. Safe for many threads; connections are kept and used again.
 */
public final class JsonCaller implements Caller, AutoCloseable {
  private final Direction direction;
  private final Recorder recorder;
  private final Clock clock;
  private final Duration timeout;
  private final int maxAnswerBytes;
  private final @Nullable String bearerToken;
  private final HttpClient client;

  /**
   * Makes a caller.
   *
   * @param direction what its exchanges are recorded as
   * @param timeout for connecting, sending and reading together
   * @param maxAnswerBytes a longer answer is a failure
   * @param bearerToken sent as authorisation when present
   */
  public JsonCaller(
      Direction direction,
      Recorder recorder,
      Clock clock,
      Duration timeout,
      int maxAnswerBytes,
      @Nullable String bearerToken) {
    this.direction = direction;
    this.recorder = recorder;
    this.clock = clock;
    this.timeout = timeout;
    this.maxAnswerBytes = maxAnswerBytes;
    this.bearerToken = bearerToken;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body) {
    Body sent = body == null ? Body.EMPTY : json(body);
    Recorder.Open open =
        recorder.start(direction, operation.id(), "POST", address, clock.instant());
    HttpResponse<Body> answer;
    try {
      answer = exchange(request(address, sent));
    } catch (NoAnswer none) {
      open.failed(sent, none.reason());
      return new Reply.Failed<>(none.reason());
    }
    String contentType = answer.headers().firstValue("Content-Type").orElse(null);
    open.answered(sent, answer.statusCode(), contentType, answer.body());
    return Answers.reply(operation, answer);
  }

  /** Breaks off what is under way and lets the connections go. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(URI address, Body body) throws NoAnswer {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(address);
    } catch (IllegalArgumentException unusable) {
      throw new NoAnswer("'" + address + "' is no address that can be called over HTTP");
    }
    request.header("Accept", "application/json").header("User-Agent", "channelcert");
    if (bearerToken != null) {
      request.header("Authorization", "Bearer " + bearerToken);
    }
    if (body.length() == 0) {
      return request.POST(BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body.bytes()))
        .build();
  }

  private HttpResponse<Body> exchange(HttpRequest request) throws NoAnswer {
    CompletableFuture<HttpResponse<Body>> answer =
        client.sendAsync(request, head -> new BoundedBody(maxAnswerBytes));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new NoAnswer("no answer within " + NoAnswer.words(timeout));
    } catch (ExecutionException broken) {
      throw NoAnswer.because(broken, request.uri(), timeout);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("the call was broken off on this side");
    }
  }

  /** What we send comes from our own records and can always be written. */
  private static Body json(Object body) {
    try {
      return Body.of(Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }
}
