package channelcert.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own.
 *
 * @param name for the table
 * @param startMillis from starting the process to its first answer
 * @param idleMegabytes resident memory after that answer
 */
record Served(String name, URI url, Process process, double startMillis, double idleMegabytes)
    implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  /**
   * Starts a server and waits for its first successful answer.
   *
   * @param path of the operation that is asked
   */
  static Served start(
      Path folder, String name, int port, List<String> command, String path, byte[] body) {
    try {
      URI url = URI.create("http://127.0.0.1:" + port);
      long before = System.nanoTime();
      Process process = Programs.start(folder, name, command);
      try {
        Programs.await(name, START, () -> answers(process, url, path, body));
      } catch (IllegalStateException noAnswer) {
        process.destroyForcibly();
        throw noAnswer;
      }
      double millis = (System.nanoTime() - before) / 1e6;
      return new Served(name, url, process, millis, Programs.residentMegabytes(process.toHandle()));
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  double megabytes() {
    return Programs.residentMegabytes(process.toHandle());
  }

  private static boolean answers(Process process, URI url, String path, byte[] body) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the process ended; see its log");
    }
    try (HttpCaller caller = new HttpCaller(url, path)) {
      caller.post(body);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
