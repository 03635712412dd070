package channelcert.mews.inventory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An endpoint with one bad habit, which it shows to everybody who calls. */
final class HostilePeer implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String GOOD = "{\"success\":true}";

  /** What a peer does, and how the caller has to name it. */
  enum Habit {
    BEHAVES(""),
    HANGS("no answer within 8 s"),
    STREAMS_FOR_EVER("the answer is larger than 65536 bytes"),
    CHUNKS_FOR_EVER("the answer is larger than 65536 bytes"),
    SENDS_TWO_MEGABYTES("the answer is larger than 65536 bytes"),
    HEADERS_FOR_EVER("sends a longer head of an answer than is read"),
    ONE_HEADER_FOR_EVER("sends a longer head of an answer than is read"),
    INTERIM_ANSWERS_FOR_EVER("no answer within 8 s"),
    DRIPS("no answer within 8 s"),
    DRIPS_ITS_HEAD("no answer within 8 s"),
    ANSWERS_HTML("the answer is HTML, not JSON"),
    REDIRECTS("redirect to http://127.0.0.1:1/elsewhere"),
    RESETS("closed the connection before its answer was complete"),
    HANGS_UP("closed the connection before its answer was complete"),
    PROMISES_MORE("closed the connection before its answer was complete"),
    PROMISES_MORE_AND_WAITS("no answer within 8 s"),
    PROMISES_LESS("the answer is no JSON"),
    PROMISES_NO_NUMBER("is no HTTP"),
    BREAKS_OFF_CHUNKS("closed the connection before its answer was complete"),
    WRONG_CHUNKS("is no HTTP"),
    FAILS("HTTP 500 instead of 200"),
    SPEAKS_NO_HTTP("is no HTTP");

    private final String reason;

    Habit(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private final Habit habit;
  private final ServerSocket server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  HostilePeer(Habit habit) throws IOException {
    this.habit = habit;
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/push");
  }

  /** Waits until the first connection has been let go. */
  void awaitHungUp(Duration atMost) throws InterruptedException {
    if (!hungUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the caller keeps the connection");
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException over) {
      closed.countDown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      readRequest(connection);
      show(connection, connection.getOutputStream());
    } catch (IOException gone) {
      // the caller has hung up, which is what is waited for
    } finally {
      hungUp.countDown();
    }
  }

  private void show(Socket connection, OutputStream out) throws IOException {
    switch (habit) {
      case BEHAVES -> write(out, complete(OK, GOOD));
      case HANGS -> {}
      case CHUNKS_FOR_EVER ->
          stream(out, CHUNKED, "1000\r\n" + " ".repeat(4096) + "\r\n", Duration.ZERO);
      case ONE_HEADER_FOR_EVER -> stream(out, OK + "X-More: ", "more ", Duration.ZERO);
      case INTERIM_ANSWERS_FOR_EVER ->
          stream(out, "", "HTTP/1.1 100 Continue\r\n\r\n", Duration.ofMillis(1));
      case DRIPS_ITS_HEAD -> stream(out, "HTTP/1.1 200 OK\r\nX-", "x", Duration.ofMillis(50));
      case HANGS_UP -> {}
      case PROMISES_NO_NUMBER -> write(out, OK + "Content-Length: many\r\n\r\n" + GOOD);
      case BREAKS_OFF_CHUNKS -> write(out, CHUNKED + "ff\r\n" + GOOD);
      case WRONG_CHUNKS -> write(out, CHUNKED + "some\r\n" + GOOD);
      case STREAMS_FOR_EVER -> stream(out, OK + "\r\n", " ".repeat(8192), Duration.ZERO);
      case HEADERS_FOR_EVER -> stream(out, OK, "X-More: more\r\n", Duration.ZERO);
      case DRIPS -> stream(out, OK + "Content-Length: 1000\r\n\r\n", " ", Duration.ofMillis(50));
      case SENDS_TWO_MEGABYTES ->
          write(out, complete(OK, "{\"success\":true,\"x\":\"" + "x".repeat(2 << 20) + "\"}"));
      case ANSWERS_HTML -> write(out, complete(OK, "<html><body>Welcome</body></html>"));
      case REDIRECTS ->
          write(
              out,
              complete("HTTP/1.1 307 There\r\nLocation: http://127.0.0.1:1/elsewhere\r\n", ""));
      case RESETS -> connection.setSoLinger(true, 0);
      case PROMISES_MORE, PROMISES_MORE_AND_WAITS ->
          write(out, OK + "Content-Length: 999\r\n\r\n" + GOOD);
      case PROMISES_LESS -> write(out, OK + "Content-Length: 7\r\n\r\n" + GOOD);
      case FAILS -> write(out, complete("HTTP/1.1 500 Oops\r\n", "broken"));
      case SPEAKS_NO_HTTP -> write(out, "220 mail ready\r\n\r\n");
    }
    switch (habit) {
      case RESETS, HANGS_UP, PROMISES_MORE, BREAKS_OFF_CHUNKS -> {}
      default -> awaitEnd(connection);
    }
  }

  private static String complete(String head, String body) {
    return head + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void stream(OutputStream out, String head, String again, Duration pause)
      throws IOException {
    write(out, head);
    while (closed.getCount() > 0) {
      write(out, again);
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** Until the caller closes the connection. */
  private static void awaitEnd(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      LockSupport.parkNanos(1);
    }
  }

  private static void readRequest(Socket connection) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = connection.getInputStream().read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
    connection.getInputStream().readNBytes(Integer.parseInt(length));
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
  }
}
