package channelcert.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP connection, byte by byte. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;
  private final URI server;

  RawHttp(URI server) throws IOException {
    this.server = server;
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
  }

  /** An answer; the head with its status line, and the body with chunks put together. */
  record Answer(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    @Nullable String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse(null);
    }
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The head of a POST of JSON, with further header lines. */
  RawHttp post(String path, String... headers) throws IOException {
    return request("POST", path, "Content-Type: application/json", String.join("\r\n", headers));
  }

  RawHttp request(String method, String path, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.append("Host: ").append(server.getAuthority()).append("\r\n");
    for (String header : headers) {
      head.append(header.isEmpty() ? "" : header + "\r\n");
    }
    return send(head.append("\r\n").toString());
  }

  Answer answer() throws IOException {
    String head = head();
    Answer answer = new Answer(head, "");
    String length = answer.header("content-length");
    if (length != null) {
      byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length));
      return new Answer(head, new String(body, StandardCharsets.UTF_8));
    }
    return new Answer(head, answer.header("transfer-encoding") == null ? "" : chunks());
  }

  /** Whether the server closed the connection. */
  boolean isClosed() throws IOException {
    return socket.getInputStream().read() == -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      all.write(socket.getInputStream().readNBytes(size));
      line();
    }
    line();
    return all.toString(StandardCharsets.UTF_8);
  }

  private int size() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private String line() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next == -1) {
        throw new IOException("closed after '" + line + "'");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
