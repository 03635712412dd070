package channelcert.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers one connection with bytes fixed beforehand. */
final class CannedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CompletableFuture<String> request = new CompletableFuture<>();
  private final Thread thread;

  private CannedServer(String answer, boolean closes) throws IOException {
    socket = new ServerSocket(0);
    thread = Thread.ofVirtual().start(() -> serve(answer, closes));
  }

  static CannedServer json(String body) throws IOException {
    return answer("200 OK", "Content-Type: application/json", body);
  }

  static CannedServer answer(String status, String header, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + length;
    return raw(head + "\r\n\r\n" + body, true);
  }

  /**
   * Answers these bytes.
   *
   * @param closes whether the connection is closed after them
   */
  static CannedServer raw(String answer, boolean closes) throws IOException {
    return new CannedServer(answer, closes);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/echo");
  }

  /** The request as it arrived, with plain line ends. */
  String request() throws Exception {
    return request.get(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    socket.close();
  }

  private void serve(String answer, boolean closes) {
    try (Socket connection = socket.accept()) {
      request.complete(read(connection.getInputStream()));
      connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      if (!closes) {
        connection.getInputStream().read();
      }
    } catch (IOException gone) {
      request.completeExceptionally(gone);
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\n\n") < 0) {
      int next = in.read();
      if (next != '\r') {
        text.append((char) next);
      }
    }
    Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return text + new String(in.readNBytes(body), StandardCharsets.UTF_8);
  }
}
