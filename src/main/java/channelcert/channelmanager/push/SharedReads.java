package channelcert.channelmanager.push;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who ask at the same time share one look into the database. No answer is older than its
 * question: who asks while a look is under way shares the next one.
 */
final class SharedReads<K, V> {
  private final Function<Set<K>, Map<K, V>> look;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private @Nullable Round open;

  /**
   * Makes shared reads.
   *
   * @param look answers every key that it is given
   */
  SharedReads(Function<Set<K>, Map<K, V>> look) {
    this.look = look;
  }

  /** One look, and everybody who waits for it. */
  private final class Round {
    final Set<K> keys = new HashSet<>();
    final CompletableFuture<Map<K, V>> answers = new CompletableFuture<>();
  }

  V get(K key) {
    Round round;
    CompletableFuture<?> before;
    boolean first;
    synchronized (this) {
      first = open == null;
      round = open == null ? new Round() : open;
      round.keys.add(key);
      before = last;
      if (first) {
        open = round;
        last = round.answers;
      }
    }
    if (first) {
      look(round, before);
    }
    return answer(round, key);
  }

  /** The first of a round looks for all of it, once the look before is over. */
  private void look(Round round, CompletableFuture<?> before) {
    try {
      before.handle((answers, failure) -> true).join();
    } finally {
      synchronized (this) {
        open = null;
      }
    }
    try {
      round.answers.complete(look.apply(round.keys));
    } catch (RuntimeException | Error failure) {
      round.answers.completeExceptionally(failure);
    }
  }

  private V answer(Round round, K key) {
    try {
      V answer = round.answers.join().get(key);
      if (answer == null) {
        throw new IllegalStateException("a look answered nothing for one of its keys");
      }
      return answer;
    } catch (CompletionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }
}
