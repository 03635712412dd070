package channelcert.channelmanager.inspector;

import channelcert.channelmanager.mapping.Connection;
import channelcert.exchange.Masking;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a kept push to this channel manager once more, over HTTP as Mews does. */
public final class Replay implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(\"messageId\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*(\")");

  private final Supplier<URI> self;
  private final String clientToken;
  private final Supplier<String> ids;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Wires the work.
   *
   * @param self root address of this channel manager
   * @param clientToken what Mews sends to us; a secret
   * @param ids source of message ids
   */
  public Replay(Supplier<URI> self, String clientToken, Supplier<String> ids) {
    this.self = self;
    this.clientToken = clientToken;
    this.ids = ids;
  }

  /**
   * Takes a push in again.
   *
   * @param anew with a message id of its own, so that it is applied again; otherwise it is a
   *     repetition, which changes nothing
   * @return what it was answered, or why there was no answer
   */
  public String send(KeptMessage push, Connection connection, boolean anew) {
    String body =
        push.request()
            .replace(Masking.token(clientToken), clientToken)
            .replace(Masking.token(connection.token()), connection.token());
    if (anew) {
      body =
          MESSAGE_ID
              .matcher(body)
              .replaceFirst(
                  match -> match.group(1) + Matcher.quoteReplacement(ids.get()) + match.group(2));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(self.get() + "/" + push.operation()))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException fault) {
      return "No answer: " + fault.getMessage();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "No answer: stopped";
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
