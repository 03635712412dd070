package channelcert.certification.run;

import java.util.concurrent.Semaphore;

/**
 * Only the row whose turn it is acts; a row that waits for a person gives its turn away meanwhile.
 * The turn is handed on in the order in which it was asked for.
 */
final class Turn {
  private final Semaphore one = new Semaphore(1, true);

  /** What a row waits for. */
  @FunctionalInterface
  interface Wait<T> {
    T end() throws InterruptedException;
  }

  void take() throws InterruptedException {
    one.acquire();
  }

  void leave() {
    one.release();
  }

  /** Waits without the turn, and has it again afterwards. */
  <T> T without(Wait<T> wait) throws InterruptedException {
    leave();
    try {
      return wait.end();
    } catch (InterruptedException e) {
      // Whoever tidies up after it does not wait for a person either.
      Thread.currentThread().interrupt();
      throw e;
    } finally {
      one.acquireUninterruptibly();
    }
  }
}
