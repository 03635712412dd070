package channelcert.http.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five failures in a row a caller has to wait, twice as long after each
 * further one, up to a quarter of an hour. Counted by this process, for the callers of late.
 */
public final class Throttle {
  private static final int FREE = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Failures(int count, Instant freeAt) {}

  public Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long the caller has to wait before the next attempt; zero when it may try now. */
  public synchronized Duration pause(String caller) {
    Failures known = failures.get(caller);
    Instant now = clock.instant();
    return known == null || !now.isBefore(known.freeAt())
        ? Duration.ZERO
        : Duration.between(now, known.freeAt());
  }

  public synchronized void failed(String caller) {
    Failures known = failures.remove(caller);
    int count = known == null ? 1 : known.count() + 1;
    Duration pause = count < FREE ? Duration.ZERO : doubled(count - FREE);
    failures.put(caller, new Failures(count, clock.instant().plus(pause)));
  }

  public synchronized void succeeded(String caller) {
    failures.remove(caller);
  }

  private static Duration doubled(int times) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
