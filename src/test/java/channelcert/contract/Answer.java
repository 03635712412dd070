package channelcert.contract;

import java.util.List;
import java.util.Optional;

/**
 * What one of our servers answered.
 *
 * @param contentType as its header says, empty without one
 */
record Answer(String method, String path, int status, String contentType, String body) {
  private static final int SHOWN = 600;

  /** What differs from the spec; empty for pages and for addresses that no spec declares. */
  Optional<List<String>> wrong() {
    return Promise.of(method, path)
        .map(
            promise ->
                promise.broken(status, contentType, body).stream()
                    .map(each -> "%s %s: %s (in %s)".formatted(method, path, each, shown()))
                    .toList());
  }

  private String shown() {
    return body.substring(0, Math.min(body.length(), SHOWN)).replace('\n', ' ');
  }
}
