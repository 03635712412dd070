package channelcert.http;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Answers.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON over HTTP and records it: time-outs over the whole exchange, no redirects, a bound on
 * the answer. Safe for many threads; connections are kept and used again, unless their peer
 * answered something unusable.
 */
public final class JsonCaller implements Caller, AutoCloseable {
  /**
   * Within which a request begins to leave, or is not sent: whoever was held up for longer, for
   * example by a stopped process, may no longer be the one to say it.
   */
  public static final Duration LONGEST_START = Duration.ofSeconds(4);

  private static final ContentType JSON = ContentType.create("application/json");

  private final Direction direction;
  private final Recorder recorder;
  private final Clock clock;
  private final Duration timeout;
  private final int maxAnswerBytes;
  private final @Nullable String bearerToken;
  private final CloseableHttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

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
    this.client = PlainClient.open(timeout);
  }

  /** An answer, and what it means. */
  private record Heard<A>(Answer answer, Reply<A> reply) {}

  @Override
  public <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body) {
    Body sent = body == null ? Body.EMPTY : json(body);
    Recorder.Open open =
        recorder.start(direction, operation.id(), "POST", address, clock.instant());
    Heard<A> heard;
    try {
      heard = exchange(operation, request(address, sent), address);
    } catch (NoAnswer none) {
      open.failed(sent, none.reason());
      return new Reply.Failed<>(none.reason());
    }
    Answer answer = heard.answer();
    open.answered(sent, answer.status(), answer.contentType(), answer.body());
    return heard.reply();
  }

  /** Breaks off what is under way and lets the connections go. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    threads.shutdownNow();
  }

  private HttpPost request(URI address, Body body) throws NoAnswer {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new NoAnswer("'" + address + "' is no address that can be called over HTTP");
    }
    HttpPost request = new HttpPost(address);
    request.setHeader("Accept", "application/json");
    request.setHeader("User-Agent", "channelcert");
    if (bearerToken != null) {
      request.setHeader("Authorization", "Bearer " + bearerToken);
    }
    if (body.length() > 0) {
      request.setEntity(new ByteArrayEntity(body.bytes(), JSON));
    }
    return request;
  }

  /** In a thread of its own, since neither a name server nor a handshake can be interrupted. */
  private <A> Heard<A> exchange(Operation<?, A> operation, HttpPost request, URI address)
      throws NoAnswer {
    HttpContext context = PlainClient.leavingBy(System.nanoTime() + LONGEST_START.toNanos());
    Future<Heard<A>> heard = threads.submit(() -> hear(operation, request, context));
    try {
      return heard.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new NoAnswer(NoAnswer.late(timeout));
    } catch (ExecutionException broken) {
      throw NoAnswer.because(broken, address, timeout);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("the call was broken off on this side");
    } finally {
      request.cancel();
    }
  }

  /** What is left over of an unusable answer must not be taken for the next one. */
  private <A> Heard<A> hear(Operation<?, A> operation, HttpPost request, HttpContext context)
      throws IOException, HttpException {
    try (ClassicHttpResponse response =
        client.executeOpen(RoutingSupport.determineHost(request), request, context)) {
      try {
        Body body = BoundedBody.read(response.getEntity(), maxAnswerBytes);
        Answer answer =
            new Answer(
                response.getCode(),
                header(response, "Content-Type"),
                header(response, "Location"),
                body);
        Reply<A> reply = Answers.reply(operation, answer);
        if (reply instanceof Reply.Answered) {
          EntityUtils.consume(response.getEntity());
        }
        return new Heard<>(answer, reply);
      } finally {
        request.cancel();
      }
    }
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
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
