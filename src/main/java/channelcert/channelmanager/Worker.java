package channelcert.channelmanager;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a task: at once while there is work, otherwise when woken or after a while.
 */
final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration JOIN = Duration.ofSeconds(5);

  private final BooleanSupplier task;
  private final Duration pause;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  private Worker(String name, BooleanSupplier task, Duration pause) {
    this.task = task;
    this.pause = pause;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * Starts a worker.
   *
   * @param task one round; answers whether there was work
   * @param pause longest wait between two rounds
   */
  static Worker start(String name, BooleanSupplier task, Duration pause) {
    Worker worker = new Worker(name, task, pause);
    worker.thread.start();
    return worker;
  }

  void wake() {
    wakeUps.release();
  }

  private void run() {
    while (!closed) {
      if (!round()) {
        await();
      }
    }
  }

  /** A fault of one round must not end all further ones. */
  private boolean round() {
    try {
      return task.getAsBoolean();
    } catch (RuntimeException fault) {
      if (!closed) {
        LOG.error("a round of the {} failed and will be repeated", thread.getName(), fault);
      }
      return false;
    }
  }

  private void await() {
    try {
      if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      closed = true;
    }
  }

  /** Lets the round that is under way end, at most so long, and begins no further one. */
  void finish(Duration atMost) {
    closed = true;
    wake();
    try {
      thread.join(atMost);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts only what hangs: an interrupt closes the file of an embedded database. */
  @Override
  public void close() {
    finish(JOIN);
    if (!thread.isAlive()) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(JOIN);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
