package channelcert.http;

import channelcert.exchange.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps an answer up to a limit; one byte more ends the exchange. */
final class BoundedBody implements BodySubscriber<Body> {
  /** The answer did not end within the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    private TooLarge(int limit) {
      super("more than " + limit + " bytes");
      this.limit = limit;
    }

    int limit() {
      return limit;
    }
  }

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (body.isDone()) {
        return;
      }
      if (part.remaining() > limit - kept.size()) {
        stop();
        return;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      kept.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable fault) {
    body.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    body.complete(Body.of(kept.toByteArray()));
  }

  private void stop() {
    body.completeExceptionally(new TooLarge(limit));
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
