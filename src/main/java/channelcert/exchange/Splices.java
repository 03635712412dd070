package channelcert.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Replaces some ranges of bytes and leaves every other byte as it is. */
final class Splices {
  /**
   * A range and what takes its place.
   *
   * @param start first byte
   * @param end byte after the last
   */
  record Splice(int start, int end, String replacement) {}

  private Splices() {}

  /** The body with the ranges replaced; of two that overlap, the one that starts first counts. */
  static Body apply(Body body, List<Splice> splices) {
    if (splices.isEmpty()) {
      return body;
    }
    byte[] bytes = body.shared();
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + 64 * splices.size());
    int done = 0;
    for (Splice splice : splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
      if (splice.start() >= done) {
        result.write(bytes, done, splice.start() - done);
        result.writeBytes(splice.replacement().getBytes(StandardCharsets.UTF_8));
        done = splice.end();
      }
    }
    result.write(bytes, done, bytes.length - done);
    return Body.of(result.toByteArray());
  }
}
