package channelcert.management;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a value at most once a second: several figures of one reading come from it. */
final class OncePerReading<T> {
  private static final long FRESH_NANOS = 1_000_000_000;

  private final Supplier<T> source;
  private @Nullable T value;
  private long readAt;

  OncePerReading(Supplier<T> source) {
    this.source = source;
  }

  /** The value; empty when it cannot be had, for example without a database. */
  synchronized Optional<T> get() {
    if (value == null || System.nanoTime() - readAt > FRESH_NANOS) {
      readAt = System.nanoTime();
      try {
        value = source.get();
      } catch (RuntimeException unreachable) {
        value = null;
      }
    }
    return Optional.ofNullable(value);
  }
}
