package channelcert.http;

import channelcert.exchange.Body;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads an answer up to a limit; one byte more ends the exchange. */
final class BoundedBody {
  /** The answer did not end within the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    private TooLarge(int limit) {
      super("more than " + limit + " bytes");
      this.limit = limit;
    }

    int limit() {
      return limit;
    }
  }

  private BoundedBody() {}

  /**
   * Reads the whole of it, and not one byte more than was announced: behind the end the connection
   * would be given back before anybody has judged the answer.
   *
   * @throws IOException when it is longer than the limit, or breaks off
   */
  static Body read(@Nullable HttpEntity answer, int limit) throws IOException {
    if (answer == null) {
      return Body.EMPTY;
    }
    InputStream content = answer.getContent();
    long announced = answer.getContentLength();
    if (announced >= 0 && announced <= limit) {
      byte[] bytes = content.readNBytes((int) announced);
      return Body.of(bytes);
    }
    byte[] bytes = content.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new TooLarge(limit);
    }
    return Body.of(bytes);
  }
}
