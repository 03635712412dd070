package channelcert.http.watch;

import java.time.Duration;
import org.glassfish.grizzly.Buffer;
import org.jspecify.annotations.Nullable;

/** One request from its first byte until its answer; both ends may be worked on by two threads. */
final class Watched {
  private final String id;
  private final String operation;
  private final long began = System.nanoTime();
  private long received;
  private long answered;
  private byte[] beginning = {};
  private boolean over;

  Watched(String id, String operation) {
    this.id = id;
    this.operation = operation;
  }

  String id() {
    return id;
  }

  synchronized void received(int bytes) {
    received += bytes;
  }

  synchronized void answering(Buffer part) {
    if (answered == 0) {
      beginning = new byte[Outcomes.lookedAt(part.remaining())];
      int position = part.position();
      part.get(beginning);
      part.position(position);
    }
    answered += part.remaining();
  }

  /**
   * Ends it.
   *
   * @param status of the answer; 0 when there is none
   * @return what came of it; absent when it was over before
   */
  synchronized @Nullable ServedRequest end(int status) {
    if (over) {
      return null;
    }
    over = true;
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String outcome = status == 0 ? Outcomes.BROKEN : Outcomes.of(status, beginning);
    return new ServedRequest(id, operation, status, outcome, took, received, answered);
  }
}
