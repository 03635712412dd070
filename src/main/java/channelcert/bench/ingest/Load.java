package channelcert.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Callers that send one message after another, all at the same time. */
final class Load {
  private Load() {}

  /** Gives a caller its next body; absent (empty) when it has nothing more to send. */
  interface Bodies extends Supplier<byte[]> {}

  /**
   * What came of it.
   *
   * @param nanos how long each answer took, ascending
   */
  record Result(double seconds, List<Long> nanos) {
    double perSecond() {
      return nanos.size() / seconds;
    }

    double millis(int percent) {
      int index = (int) Math.ceil(nanos.size() * percent / 100.0) - 1;
      return nanos.isEmpty() ? 0 : nanos.get(Math.max(0, index)) / 1e6;
    }
  }

  /**
   * Sends until the time is over or every caller has nothing more to send.
   *
   * @param callers one for each connection
   */
  static Result run(URI server, String path, List<? extends Bodies> callers, Duration atMost) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      List<Future<List<Long>>> running = new ArrayList<>();
      for (Bodies bodies : callers) {
        running.add(threads.submit(() -> send(server, path, bodies, start + atMost.toNanos())));
      }
      List<Long> nanos = new ArrayList<>();
      for (Future<List<Long>> each : running) {
        nanos.addAll(each.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      nanos.sort(null);
      return new Result(seconds, nanos);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "the load on " + server + path + " failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The same until every caller has nothing more to send. */
  static Result run(URI server, String path, List<? extends Bodies> callers) {
    return run(server, path, callers, Duration.ofMinutes(10));
  }

  private static List<Long> send(URI server, String path, Bodies bodies, long end) {
    long[] nanos = new long[1024];
    int sent = 0;
    try (HttpCaller caller = new HttpCaller(server, path)) {
      for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
        byte[] body = bodies.get();
        if (body.length == 0) {
          break;
        }
        caller.post(body);
        if (sent == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * sent);
        }
        nanos[sent++] = System.nanoTime() - before;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new ArrayList<>(Arrays.stream(nanos, 0, sent).boxed().toList());
  }
}
