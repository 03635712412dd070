package channelcert.cli;

import channelcert.http.Draining;
import channelcert.management.Readiness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What a process serves, until it is told to stop. Then it first says that it is not ready, later
 * answers what is in flight, and closes last; what was not sent waits in the database.
 */
final class Serving {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

  private final Readiness readiness;
  private final Duration drainDelay;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Deque<Draining> drains = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Serves nothing yet; stops with the process.
   *
   * @param drainDelay how long requests are still taken after the process has said that it is not
   *     ready
   */
  Serving(Readiness readiness, Duration drainDelay) {
    this.readiness = readiness;
    this.drainDelay = drainDelay;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** Is closed in the end; the last one first. */
  <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  /** Is drained before anything is closed, and closed in the end. */
  void draining(Draining part) {
    drains.push(part);
    open.push(part);
  }

  /** Until the process is told to stop and everything is closed. */
  void await() throws InterruptedException {
    readiness.started();
    closed.await();
  }

  private void stop() {
    readiness.draining();
    drains.forEach(Draining::lastAnswers);
    if (!drains.isEmpty()) {
      pause();
    }
    drains.forEach(part -> part.drain(LAST_ANSWERS));
    for (AutoCloseable part : open) {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("channelcert: while stopping: " + e);
      }
    }
    closed.countDown();
  }

  private void pause() {
    try {
      Thread.sleep(drainDelay);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
