package channelcert.http.watch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Is told of every request of a listener. Must be quick, must not throw, and is safe for many
 * threads.
 *
 * @param ids gives identifiers to requests whose callers gave none; an empty one is not told
 * @param watchers are told of each request when it is over
 */
public record RequestObserver(Supplier<String> ids, List<Consumer<ServedRequest>> watchers) {
  /** Nobody is told; requests have the identifiers of their callers or none. */
  public static final RequestObserver NONE = new RequestObserver(() -> "", List.of());

  void served(ServedRequest request) {
    watchers.forEach(each -> each.accept(request));
  }
}
