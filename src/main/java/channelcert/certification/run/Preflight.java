package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tries every address of the candidate before anything is started: one message, not 25 rows. */
final class Preflight {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Preflight() {}

  /**
   * Connects to every registered address, all at the same time.
   *
   * @throws PreflightFailed naming the first one that cannot be reached
   */
  static void check(Candidate candidate) throws InterruptedException {
    Map<String, URI> addresses = new LinkedHashMap<>();
    candidate.endpoints().forEach((name, uri) -> addresses.put("endpoints." + name, uri));
    if (candidate.driver() != null) {
      addresses.put("driver.url", candidate.driver());
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      Map<String, Future<@Nullable String>> tries = new LinkedHashMap<>();
      addresses.forEach((field, uri) -> tries.put(field, threads.submit(() -> fault(uri))));
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (Map.Entry<String, Future<@Nullable String>> each : tries.entrySet()) {
        String fault = result(each.getValue(), end - System.nanoTime());
        if (fault != null) {
          throw failed(each.getKey(), addresses.get(each.getKey()), fault);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static PreflightFailed failed(String field, @Nullable URI address, String fault) {
    return new PreflightFailed(
        "The candidate is not reachable at "
            + address
            + " ("
            + fault
            + "). Start it, or correct "
            + field
            + " in the candidate file.");
  }

  private static @Nullable String result(Future<@Nullable String> future, long nanos)
      throws InterruptedException {
    try {
      return future.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "no answer within " + PATIENCE.toSeconds() + " s";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static @Nullable String fault(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), port(address)), (int) PATIENCE.toMillis());
      return null;
    } catch (IOException e) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }
}
