package channelcert.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for processes that a test starts: below those that the system hands out by itself, and
 * other ones in each process that runs tests, so that nobody else is given one meanwhile.
 */
final class Ports {
  private static final AtomicInteger NEXT =
      new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 100) * 100);

  private Ports() {}

  /** A port that nobody listens at, never the same twice. */
  static int free() throws IOException {
    while (true) {
      int port = NEXT.getAndIncrement();
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one, then.
      }
    }
  }
}
