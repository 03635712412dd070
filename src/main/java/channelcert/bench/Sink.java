package channelcert.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Stands for many channel managers: takes every update and says success at once, or, for
 * connections that hang, never. Each connection has a path of its own.
 */
final class Sink implements AutoCloseable {
  private static final byte[] SUCCESS = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
  private static final String HANGING = "hanging";

  private final HttpServer server = new HttpServer();
  private final NetworkListener listener = new NetworkListener("sink", "127.0.0.1", 0);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
  private final LongAdder messages = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  private Sink() {}

  static Sink start() throws IOException {
    Sink sink = new Sink();
    sink.listener.getTransport().setWorkerThreadPool(sink.workers);
    sink.server.addListener(sink.listener);
    sink.server
        .getServerConfiguration()
        .addHttpHandler(
            new HttpHandler() {
              @Override
              public void service(Request request, Response response) throws Exception {
                sink.take(request, response);
              }
            });
    sink.server.start();
    return sink;
  }

  /** The addresses of a connection that answers at once. */
  Map<String, URI> endpoints(String connection) {
    return addresses(connection);
  }

  /** The addresses of a connection that takes everything and never answers. */
  Map<String, URI> hangingEndpoints() {
    return addresses(HANGING);
  }

  private Map<String, URI> addresses(String connection) {
    String root = "http://127.0.0.1:" + listener.getPort() + "/" + connection + "/";
    return Map.of(
        "updateAvailability", URI.create(root + "updateAvailability"),
        "updatePrices", URI.create(root + "updatePrices"),
        "updateRestrictions", URI.create(root + "updateRestrictions"));
  }

  long messages() {
    return messages.sum();
  }

  long bytes() {
    return bytes.sum();
  }

  /**
   * Waits until the connection has accepted something after the moment; answers when.
   *
   * @param moment of {@link System#nanoTime}
   * @throws IllegalStateException when nothing comes in time
   */
  long acceptedAfter(String connection, long moment, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Long accepted = acceptedAt.get(connection);
      if (accepted != null && accepted - moment > 0) {
        return accepted;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the change did not reach connection " + connection + " within " + atMost);
      }
      LockSupport.parkNanos(200_000);
    }
  }

  private void take(Request request, Response response) throws Exception {
    bytes.add(drain(request.getInputStream()));
    messages.increment();
    String connection = request.getRequestURI().split("/", 3)[1];
    if (connection.equals(HANGING)) {
      closed.await();
      return;
    }
    acceptedAt.put(connection, System.nanoTime());
    response.setContentType("application/json");
    response.setContentLength(SUCCESS.length);
    response.getOutputStream().write(SUCCESS);
  }

  private static long drain(InputStream body) throws IOException {
    byte[] buffer = new byte[16 << 10];
    long total = 0;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      total += read;
    }
    return total;
  }

  @Override
  public void close() {
    closed.countDown();
    server.shutdownNow();
    workers.shutdownNow();
  }
}
