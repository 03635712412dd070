package channelcert.fault;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** The wire of one proxy. */
record Line(Courier courier, ExecutorService executor, Memory memory) implements Wire {
  @Override
  public Answer send(Request request) {
    return courier.carry(request);
  }

  @Override
  public void later(Duration delay, Runnable work) {
    try {
      executor.execute(() -> after(delay, work));
    } catch (RejectedExecutionException closed) {
      // The run is over: nobody waits for this message any more.
    }
  }

  private static void after(Duration delay, Runnable work) {
    try {
      Thread.sleep(delay);
      work.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
