package channelcert.mews;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a tick on a thread of its own: again at once while there is work, else after a moment. */
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration LAST_WORK = Duration.ofSeconds(2);

  private final BooleanSupplier tick;
  private final Thread thread;
  private volatile boolean closed;

  private Engine(String name, BooleanSupplier tick) {
    this.tick = tick;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  static Engine start(String name, BooleanSupplier tick) {
    Engine engine = new Engine(name, tick);
    engine.thread.start();
    return engine;
  }

  private void run() {
    while (!closed) {
      Duration pause = once();
      if (pause.isPositive() && !closed) {
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }

  private Duration once() {
    try {
      return tick.getAsBoolean() ? Duration.ZERO : IDLE;
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.error("The {} cannot work; trying again", thread.getName(), e);
      }
      return AFTER_FAULT;
    }
  }

  /** There may be work now. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /** Waits a moment for the work in hand, then gives it up. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      if (!thread.join(LAST_WORK)) {
        thread.interrupt();
        thread.join(LAST_WORK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
