package channelcert.mews.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A virtual clock. It is asked between almost any two steps of a push, so a process can be made to
 * end at any of them.
 */
final class CrashingClock extends Clock {
  private final Thread thread = Thread.currentThread();
  private volatile Instant now;
  private int looksLeft;

  CrashingClock(Instant now) {
    this.now = now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  /** The process ends when the simulation looks at the clock for the so-manieth time; 0 = never. */
  void endAfter(int looks) {
    looksLeft = looks;
  }

  /** The time, without coming closer to an end. */
  Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    if (Thread.currentThread() == thread && looksLeft > 0 && --looksLeft == 0) {
      throw new Crash();
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
