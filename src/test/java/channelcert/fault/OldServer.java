package channelcert.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands before a candidate and answers as an old server does: HTTP/1.0, header names in lower
 * case, no length, the end of the connection ends the answer.
 */
final class OldServer implements AutoCloseable {
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ServerSocket server;
  private final Supplier<URI> candidate;

  OldServer(Supplier<URI> candidate) {
    this.candidate = candidate;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    executor.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        executor.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      List<String> head = head(in);
      if (head.isEmpty()) {
        return;
      }
      HttpResponse<byte[]> answer = forward(head, in.readNBytes(length(head)));
      OutputStream out = socket.getOutputStream();
      String type = answer.headers().firstValue("content-type").orElse("application/json");
      out.write(
          ("HTTP/1.0 " + answer.statusCode() + " OK\r\ncontent-type:" + type + "\r\n\r\n")
              .getBytes(ISO_8859_1));
      out.write(answer.body());
      out.flush();
    } catch (IOException gone) {
      // The caller went away; nobody waits for this answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(List<String> head, byte[] body)
      throws IOException, InterruptedException {
    String[] line = head.getFirst().split(" ", 3);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(candidate.get() + line[1]))
            .method(line[0], BodyPublishers.ofByteArray(body));
    for (String header : head.subList(1, head.size())) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-type:") || lower.startsWith("authorization:")) {
        int colon = header.indexOf(':');
        request.header(header.substring(0, colon), header.substring(colon + 1).strip());
      }
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static int length(List<String> head) {
    return head.stream()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int each = in.read(); each >= 0; each = in.read()) {
      if (each == '\n') {
        String text = line.toString(ISO_8859_1).strip();
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
        line.reset();
      } else {
        line.write(each);
      }
    }
    return lines;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    executor.shutdownNow();
    client.shutdownNow();
  }
}
